import type { Change, Kind } from "../../list-replies.ts";
import { fieldWord } from "../../list-words.ts";
import { valueWords } from "../../value-words.ts";

type Props = { change: Change; kind: Kind; zone: string | undefined };

/** One reservation or driver and what becomes of it, field by field. */
export function ChangeRow({ change, kind, zone }: Props) {
  const { type, changes } = change;
  return (
    <li class="grid gap-x-5 gap-y-1 py-3 sm:grid-cols-[12rem_minmax(0,1fr)]">
      <p class={`tabular font-medium ${type === "removed" ? "line-through decoration-(--edge)" : ""}`}>
        {labelOf(change)}
      </p>
      <ul class="text-sm">
        {changes.map(({ field, from, to }) => (
          <li key={field}>
            <span class="text-soft">{fieldWord(kind, field)}:</span>{" "}
            {type === "changed" && (
              <>
                {valueWords(field, from, zone)} <span aria-hidden="true">→</span>
                <span class="sr-only">becomes</span>{" "}
              </>
            )}
            {valueWords(field, type === "removed" ? from : to, zone)}
          </li>
        ))}
      </ul>
    </li>
  );
}

/** The confirmation number of a reservation, the name of a driver. */
export function labelOf(change: Change): string {
  return "name" in change ? change.name : change.confirmation_number;
}
