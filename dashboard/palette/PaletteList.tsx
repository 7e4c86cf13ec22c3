import { CornerDownLeft } from "lucide-preact";
import type { Entry, EntryGroup } from "./entry.ts";

type Props = {
  groups: EntryGroup[];
  active: number;
  optionId: (index: number) => string;
  onChoose: (entry: Entry) => void;
};

/** What was found, by kind. The focus stays in the field above. */
export function PaletteList({ groups, active, optionId, onChoose }: Props) {
  let index = -1;
  return (
    <div
      id="palette-list"
      role="listbox"
      aria-label="Found"
      tabIndex={0}
      class="min-h-0 flex-1 overflow-y-auto p-2 outline-none empty:hidden"
    >
      {groups.map(({ title, entries }) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox may hold options and groups alone
        <div key={title} role="group" aria-label={title} class="pb-1.5">
          <p aria-hidden="true" class="px-2.5 pt-1.5 pb-1 text-xs font-medium text-soft">
            {title}
          </p>
          {entries.map((entry) => {
            index += 1;
            return (
              <Option
                key={entry.href}
                id={optionId(index)}
                entry={entry}
                active={index === active}
                onChoose={onChoose}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

type OptionProps = { id: string; entry: Entry; active: boolean; onChoose: (entry: Entry) => void };

function Option({ id, entry, active, onChoose }: OptionProps) {
  const { title, about, icon: Icon } = entry;
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      class={`flex min-h-11 cursor-pointer items-center gap-3 rounded-field px-2.5 py-1.5 hover:bg-base-200 ${active ? "bg-base-200" : ""}`}
      // On mouse down, because the field keeps the focus.
      onMouseDown={(event) => {
        event.preventDefault();
        onChoose(entry);
      }}
    >
      <Icon size={18} aria-hidden="true" class="shrink-0 text-soft" />
      <span class="min-w-0 flex-1 truncate">{title}</span>
      {about && <span class="tabular shrink-0 text-sm text-soft first-letter:uppercase max-sm:hidden">{about}</span>}
      {active && <CornerDownLeft size={15} aria-hidden="true" class="shrink-0 text-soft" />}
    </div>
  );
}
