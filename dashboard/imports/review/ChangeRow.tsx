import type { Change, Kind } from "../list-replies.ts";
import { fieldWord } from "../list-words.ts";
import { NO_NUMBER, pickupWords, valueWords } from "../value-words.ts";

type Props = { change: Change; kind: Kind; zone: string | undefined };

/** One reservation or driver and how it changes, field by field. */
export function ChangeRow({ change, kind, zone }: Props) {
  const { type, changes } = change;
  return (
    <li class="grid gap-x-5 gap-y-1 py-3 sm:grid-cols-[12rem_minmax(0,1fr)]">
      <p class={`tabular font-medium ${type === "removed" ? "line-through decoration-(--edge)" : ""}`}>
        {labelOf(change)}
      </p>
      {type === "changed" ? (
        <Fields changes={changes} kind={kind} zone={zone} />
      ) : (
        <Summary change={change} zone={zone} />
      )}
    </li>
  );
}

type FieldsProps = { changes: Change["changes"]; kind: Kind; zone: string | undefined };

function Fields({ changes, kind, zone }: FieldsProps) {
  return (
    <ul class="text-sm">
      {changes.map(({ field, from, to }) => (
        <li key={field}>
          <span class="text-soft">{fieldWord(kind, field)}:</span> {valueWords(field, from, zone)}{" "}
          <span aria-hidden="true">→</span>
          <span class="sr-only">becomes</span> {valueWords(field, to, zone)}
        </li>
      ))}
    </ul>
  );
}

const SUMMARY = ["pickup_address", "dropoff_location", "driver_assigned", "phone", "available_days"];

/** An added or removed item in one line. */
function Summary({ change, zone }: Pick<Props, "change" | "zone">) {
  const named = "name" in change ? [] : [pickupWords(change, zone), change.customer_name ?? ""];
  const shown = SUMMARY.flatMap((field) => change.changes.find((one) => one.field === field) ?? []);
  const words = shown.map(({ field, to }) => valueWords(field, to, zone));
  return <p class="text-sm">{[...named, ...words].filter(Boolean).join(" · ")}</p>;
}

/** The confirmation number of a reservation, the name of a driver. */
export function labelOf(change: Change): string {
  return "name" in change ? change.name : change.confirmation_number || NO_NUMBER;
}
