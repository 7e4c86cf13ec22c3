import { ChevronsUpDown } from "lucide-preact";
import { useState } from "preact/hooks";
import type { FieldAttributes } from "./Field.tsx";

export type Option = { value: string; label: string; keywords: string };

type Props = {
  field: FieldAttributes;
  options: Option[];
  value: string;
  onChange: (value: string) => void;
  inputRef: (element: HTMLInputElement | null) => void;
};

const SHOWN = 60; // enough to scroll through; typing finds the rest

/** A list that is searched by typing. Arrow keys move, Enter chooses, Escape restores the previous choice. */
export function Combobox({ field, options, value, onChange, inputRef }: Props) {
  const [search, setSearch] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const chosen = options.find((option) => option.value === value);
  const matches = search === null ? [] : matching(options, search);
  const open = search !== null;
  const choose = (option: Option | undefined) => {
    if (option) onChange(option.value);
    setSearch(null);
  };
  const start = () => {
    setSearch("");
    setActive(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" || event.key === "Tab") return setSearch(null);
    if (event.key === "Enter" && open) {
      event.preventDefault();
      return choose(matches[active]);
    }
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    if (!open) return start();
    const next = Math.min(Math.max(active + step, 0), matches.length - 1);
    setActive(next);
    document.getElementById(`${field.id}-${next}`)?.scrollIntoView({ block: "nearest" });
  };
  return (
    <div class="relative">
      <input
        {...field}
        ref={inputRef}
        type="text"
        role="combobox"
        aria-expanded={open}
        aria-controls={`${field.id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && matches[active] ? `${field.id}-${active}` : undefined}
        autocomplete="off"
        spellcheck={false}
        class={`input h-11 pr-10 ${field["aria-invalid"] ? "input-error" : ""}`}
        value={search ?? chosen?.label ?? value}
        placeholder={chosen?.label}
        onClick={start}
        onInput={(event) => {
          setSearch(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setSearch(null)}
      />
      <ChevronsUpDown
        size={17}
        aria-hidden="true"
        class="pointer-events-none absolute top-1/2 right-3.5 z-10 -translate-y-1/2 text-soft"
      />
      {open && (
        <div
          id={`${field.id}-list`}
          role="listbox"
          aria-label="Time zones"
          class="panel absolute inset-x-0 z-20 mt-1 max-h-72 overflow-y-auto p-1.5 shadow-xl"
        >
          {matches.map((option, index) => (
            <Choice
              key={option.value}
              id={`${field.id}-${index}`}
              option={option}
              active={index === active}
              selected={option.value === value}
              onChoose={choose}
            />
          ))}
          {matches.length === 0 && (
            <p class="px-3 py-2.5 text-soft">Nothing found. Try the name of a large city nearby.</p>
          )}
        </div>
      )}
    </div>
  );
}

type ChoiceProps = {
  id: string;
  option: Option;
  active: boolean;
  selected: boolean;
  onChoose: (option: Option) => void;
};

function Choice({ id, option, active, selected, onChoose }: ChoiceProps) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      class={`flex min-h-11 cursor-pointer items-center rounded-field px-3 py-1.5 hover:bg-base-200 ${active ? "bg-base-200 outline-1 outline-(--edge)" : ""} ${selected ? "font-semibold" : ""}`}
      // On mouse down, because losing the focus would close the list before a click.
      onMouseDown={(event) => {
        event.preventDefault();
        onChoose(option);
      }}
    >
      {option.label}
    </div>
  );
}

function matching(options: Option[], search: string): Option[] {
  const words = search
    .toLowerCase()
    .split(/[\s,/_]+/)
    .filter(Boolean);
  return options.filter(({ keywords }) => words.every((word) => keywords.includes(word))).slice(0, SHOWN);
}
