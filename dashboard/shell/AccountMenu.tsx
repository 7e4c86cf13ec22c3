import { ChevronsUpDown, History, KeyRound, LogOut, Monitor, Moon, ShieldOff, Sun } from "lucide-preact";
import { useState } from "preact/hooks";
import { auth, type Session } from "../accounts/auth.ts";
import { useDisclosure } from "../components/disclosure.ts";
import { useFreshStart } from "../session.ts";
import { leave } from "./navigation-gate.ts";
import { THEMES, useTheme } from "./theme.ts";

const THEME_ICONS = { light: Sun, dark: Moon, system: Monitor };

type Props = {
  user: Session["user"];
  /** Where its button stands, and so where its panel opens. */
  place: "sidebar" | "top";
  /** Whether there is room for the name beside the initial. */
  words?: boolean;
};

const PANEL_AT: Record<Props["place"], string> = { sidebar: "bottom-full left-0 mb-1", top: "top-full right-0 mt-1" };

export function AccountMenu({ user, place, words = false }: Props) {
  const { open, toggle, root } = useDisclosure();
  return (
    <div class="relative" ref={root}>
      <button
        type="button"
        class="flex h-11 w-full items-center gap-2.5 rounded-field px-1.5 text-left font-medium hover:bg-base-200"
        aria-expanded={open}
        onClick={toggle}
      >
        <span
          aria-hidden="true"
          class="grid size-7.5 shrink-0 place-items-center rounded-full bg-neutral text-sm font-semibold text-neutral-content"
        >
          {(user.name || user.email).slice(0, 1).toUpperCase()}
        </span>
        <span class={words ? "flex-1" : "sr-only"}>Account</span>
        {words && <ChevronsUpDown size={16} aria-hidden="true" class="shrink-0 text-soft" />}
      </button>
      {open && <Panel user={user} at={PANEL_AT[place]} onLeave={toggle} />}
    </div>
  );
}

function Panel({ user, at, onLeave }: { user: Session["user"]; at: string; onLeave: () => void }) {
  return (
    <div class={`panel absolute z-40 w-80 max-w-[calc(100vw-2rem)] p-2 shadow-xl ${at}`}>
      <p class="px-3 pt-2 font-semibold">{user.name}</p>
      <p class="px-3 pb-3 text-sm text-soft">{user.email}</p>
      <ThemeChoice />
      <a class="btn btn-ghost mt-2 h-11 w-full justify-start font-medium" href="/account" onClick={onLeave}>
        <KeyRound size={17} aria-hidden="true" /> Password and two-factor
      </a>
      <a class="btn btn-ghost h-11 w-full justify-start font-medium" href="/history" onClick={onLeave}>
        <History size={17} aria-hidden="true" /> History of changes
      </a>
      <SignOut />
    </div>
  );
}

function ThemeChoice() {
  const [theme, setTheme] = useTheme();
  return (
    <fieldset class="border-y border-line px-3 py-3">
      <legend class="sr-only">Colors</legend>
      <div class="join grid w-full grid-cols-3">
        {THEMES.map((name) => {
          const Icon = THEME_ICONS[name];
          return (
            <label
              key={name}
              class="join-item btn h-11 gap-1.5 px-1 font-medium has-checked:btn-neutral has-focus-visible:outline-2 has-focus-visible:outline-primary"
            >
              <input
                type="radio"
                name="theme"
                class="sr-only"
                checked={theme === name}
                onChange={() => setTheme(name)}
              />
              <Icon size={15} aria-hidden="true" />
              <span class="text-sm capitalize">{name}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

function SignOut() {
  const [problem, setProblem] = useState("");
  const startAt = useFreshStart();
  const end = (how: () => Promise<unknown>) => () =>
    leave(
      () =>
        void how().then(
          () => startAt("/sign-in"),
          (error: Error) => setProblem(error.message),
        ),
    );
  return (
    <div>
      <button type="button" class="btn btn-ghost h-11 w-full justify-start font-medium" onClick={end(auth.signOut)}>
        <LogOut size={17} aria-hidden="true" /> Sign out
      </button>
      <button
        type="button"
        class="btn btn-ghost h-11 w-full justify-start font-medium"
        onClick={end(auth.signOutEverywhere)}
      >
        <ShieldOff size={17} aria-hidden="true" /> Sign out everywhere
      </button>
      <p role="alert" class="px-3 text-sm text-error">
        {problem}
      </p>
    </div>
  );
}
