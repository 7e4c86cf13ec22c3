import { Search } from "lucide-preact";
import { useEffect, useRef, useState } from "preact/hooks";

type Props = { label: string; placeholder: string; value: string; onSearch: (text: string) => void };

const PAUSE_MS = 300; // longer than the time between two keys

/** Searches when typing pauses. */
export function SearchField({ label, placeholder, value, onSearch }: Props) {
  const [text, setText] = useState(value);
  const told = useRef(value);
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(value); // the address changed elsewhere: the back button, or cleared filters
  }, [value]);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === told.current) return;
    const timer = setTimeout(() => {
      told.current = wanted;
      onSearch(wanted);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div class="relative min-w-0">
      <input
        type="search"
        aria-label={label}
        placeholder={placeholder}
        autocomplete="off"
        spellcheck={false}
        class="input h-11 pl-10"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <Search
        size={17}
        aria-hidden="true"
        class="pointer-events-none absolute top-1/2 left-3.5 z-10 -translate-y-1/2 text-soft"
      />
    </div>
  );
}
