import { CircleCheck, CircleHelp, Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import { Card } from "../../components/Card.tsx";
import { countWords } from "../../components/count-words.ts";
import type { Mapping } from "../list-reader/mapping.ts";
import type { Opened } from "../list-reader/messages.ts";
import { fieldsOf, fieldWord, isRequired } from "../list-words.ts";
import { samplesOf } from "../questions/samples.ts";
import type { OpenList } from "./use-import.ts";

type Props = { list: OpenList; onChoose: (mapping: Mapping) => void };

/** Shows which column was taken for which field, with some of its cells, and lets the operator correct it. */
export function ColumnChoices({ list, onChoose }: Props) {
  const { opened, choices } = list;
  const { mapping, kind } = choices;
  const [absent] = useState(() => absentFields(list));
  const used = new Set(Object.values(mapping).flat());
  const unused = opened.columns.filter((column) => !used.has(column));
  const rows = (fields: string[]) => (
    <ul class="divide-y divide-(--line)">
      {fields.map((field) => (
        <FieldRow
          key={field}
          field={field}
          label={fieldWord(kind, field)}
          required={isRequired(kind, field)}
          chosen={mapping[field] ?? []}
          opened={opened}
          onChoose={(columns) => onChoose({ ...mapping, [field]: columns })}
        />
      ))}
    </ul>
  );
  return (
    <Card
      title="What was understood"
      aside={
        <span class="text-sm text-soft">{`${used.size} of ${countWords(opened.columns.length, "column")} used`}</span>
      }
    >
      {rows(fieldsOf(kind).filter((field) => !absent.includes(field)))}
      {absent.length > 0 && (
        <details class="border-t border-line">
          <summary class="link flex min-h-11 cursor-pointer items-center pt-2 font-medium">
            {`${countWords(absent.length, "field")} not found in this file`}
          </summary>
          {rows(absent)}
        </details>
      )}
      {unused.length > 0 && (
        <p class="mt-2 border-t border-line pt-4 text-sm text-soft">Not imported: {unused.join(", ")}</p>
      )}
    </Card>
  );
}

/** Fields that were not found when the file was opened. They keep their place while columns are chosen. */
function absentFields({ choices: { kind, mapping } }: OpenList): string[] {
  return fieldsOf(kind).filter((field) => !mapping[field]?.length && !isRequired(kind, field));
}

type RowProps = {
  field: string;
  label: string;
  required: boolean;
  chosen: string[];
  opened: Opened;
  onChoose: (columns: string[]) => void;
};

function FieldRow({ field, label, required, chosen, opened, onChoose }: RowProps) {
  const [adding, setAdding] = useState(false);
  const places = adding || chosen.length === 0 ? [...chosen, ""] : chosen;
  const unsure = opened.unsure.includes(field) && chosen.length > 0;
  const set = (place: number, column: string) => {
    setAdding(false);
    onChoose(places.map((before, i) => (i === place ? column : before)).filter((name) => name !== ""));
  };
  return (
    <li class="grid gap-x-5 gap-y-2 py-3 md:grid-cols-[13rem_minmax(0,1fr)_minmax(0,16rem)] md:items-center">
      <p class="flex items-center gap-2 font-medium">
        {chosen.length > 0 && !unsure && <CircleCheck size={18} aria-hidden="true" class="shrink-0 text-success" />}
        {(chosen.length === 0 || unsure) && (
          <CircleHelp
            size={18}
            aria-hidden="true"
            class={`shrink-0 ${unsure || required ? "text-warning" : "text-soft"}`}
          />
        )}
        <span>
          {label} {required && <span class="font-normal text-soft">(required)</span>}
        </span>
      </p>
      <div class="flex flex-wrap items-center gap-2">
        {places.map((column, place) => (
          <select
            key={place}
            aria-label={place === 0 ? `Column for ${label}` : `Column ${place + 1} for ${label}`}
            class={`select h-11 min-w-0 flex-1 basis-40 ${required && chosen.length === 0 ? "select-error" : ""}`}
            value={column}
            onChange={(event) => set(place, event.currentTarget.value)}
          >
            <option value="">{place === 0 ? "Not in this file" : "No more columns"}</option>
            {opened.columns.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        ))}
        {chosen.length > 0 && !adding && (
          <button
            type="button"
            class="btn btn-ghost btn-square size-11"
            aria-label={`Add a column to ${label}`}
            title="Add a column"
            onClick={() => setAdding(true)}
          >
            <Plus size={17} aria-hidden="true" />
          </button>
        )}
      </div>
      <div class="tabular min-w-0 text-sm text-soft">
        {unsure && <p class="font-medium text-warning">Please check this one.</p>}
        {chosen.map((column) => (
          <p key={column} class="line-clamp-2">
            {samplesOf(opened, [column]) || "Empty in the first rows"}
          </p>
        ))}
      </div>
    </li>
  );
}
