import { ChevronDown, History, KeyRound, LogOut, Monitor, Moon, ShieldOff, Sun } from "lucide-preact";
import { useState } from "preact/hooks";
import { auth, type Session } from "../accounts/auth.ts";
import { useDisclosure } from "../components/disclosure.ts";
import { useFreshStart } from "../session.ts";
import { leave } from "./navigation-gate.ts";
import { THEMES, useTheme } from "./theme.ts";

const THEME_ICONS = { light: Sun, dark: Moon, system: Monitor };

export function AccountMenu({ user }: { user: Session["user"] }) {
  const { open, toggle, root } = useDisclosure();
  return (
    <div class="relative" ref={root}>
      <button type="button" class="btn btn-ghost min-h-11 gap-2 px-2 font-medium" aria-expanded={open} onClick={toggle}>
        <span
          aria-hidden="true"
          class="grid size-7 place-items-center rounded-full bg-neutral text-sm font-semibold text-neutral-content"
        >
          {(user.name || user.email).slice(0, 1).toUpperCase()}
        </span>
        <span class="max-sm:sr-only">Account</span>
        <ChevronDown size={16} aria-hidden="true" />
      </button>
      {open && <Panel user={user} onLeave={toggle} />}
    </div>
  );
}

function Panel({ user, onLeave }: { user: Session["user"]; onLeave: () => void }) {
  return (
    <div class="panel absolute right-0 z-40 mt-1 w-80 max-w-[calc(100vw-2rem)] p-2 shadow-xl">
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
