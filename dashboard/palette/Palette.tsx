import { Search } from "lucide-preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { leave } from "../shell/navigation-gate.ts";
import type { Entry } from "./entry.ts";
import { PaletteList } from "./PaletteList.tsx";
import { pageEntries } from "./page-entries.ts";
import { PAGES } from "./pages.ts";
import { useRecords } from "./use-records.ts";

/** Finds pages, settings, bookings, messages and callers by typing. Arrow keys move, Enter opens, Escape closes. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { route } = useLocation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const { records, searching } = useRecords(text);
  const groups = [...pageEntries(PAGES, text), ...records].filter(({ entries }) => entries.length > 0);
  const entries = groups.flatMap((group) => group.entries);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const open = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    leave(() => route(entry.href));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      event.preventDefault();
      return open(entries[active]);
    }
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = (active + step + entries.length) % Math.max(entries.length, 1);
    setActive(next);
    document.getElementById(optionId(next))?.scrollIntoView({ block: "nearest" });
  };
  return (
    <dialog
      ref={dialog}
      aria-label="Search everything"
      onClose={onClose}
      onMouseDown={(event) => event.target === dialog.current && onClose()}
      class="panel fixed inset-x-0 top-[12dvh] mx-auto my-0 max-h-[70dvh] w-full max-w-xl overflow-hidden p-0 text-base-content shadow-2xl outline-none backdrop:bg-black/55 max-sm:top-3 max-sm:max-w-[calc(100%-1.5rem)] open:flex open:flex-col"
    >
      <div class="flex h-14 shrink-0 items-center gap-3 border-b border-line px-4">
        <Search size={19} aria-hidden="true" class="shrink-0 text-soft" />
        <input
          type="text"
          role="combobox"
          aria-label="Search everything"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-autocomplete="list"
          aria-activedescendant={entries[active] ? optionId(active) : undefined}
          placeholder="A page, setting, booking, caller or message"
          autocomplete="off"
          spellcheck={false}
          maxLength={100}
          class="h-full min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-soft"
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <kbd class="font-sans text-xs text-soft max-sm:hidden">Esc</kbd>
      </div>
      <PaletteList groups={groups} active={active} optionId={optionId} onChoose={open} />
      <p role="status" class={entries.length === 0 ? "px-4 py-6 text-center text-soft" : "sr-only"}>
        {entries.length > 0
          ? `${entries.length} found`
          : searching
            ? "Searching…"
            : "Nothing found. Try a name, a confirmation number or a phone number."}
      </p>
    </dialog>
  );
}

function optionId(index: number): string {
  return `palette-${index}`;
}
