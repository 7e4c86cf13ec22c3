import { CircleCheck, CircleDashed, TriangleAlert } from "lucide-preact";
import { Card } from "../../components/Card.tsx";
import { countWords } from "../../components/count-words.ts";
import { age, clock } from "../../times/moment.ts";
import type { ImportStatus, Kind } from "../list-replies.ts";
import { KIND_WORDS } from "../list-words.ts";

type Props = { kind: Kind; state: ImportStatus; zone: string | undefined; now: number };

/** The list in use: whether it is fresh, and what that means for transfers. */
export function CurrentList({ kind, state, zone, now }: Props) {
  const { current, rows } = state[kind];
  const { one, many, title, page } = KIND_WORDS[kind];
  return (
    <Card
      title={title}
      aside={
        <a class="link -my-2.5 inline-flex min-h-11 items-center text-sm" href={`/imports/new?kind=${kind}`}>
          Import {many}
        </a>
      }
    >
      {current ? (
        <>
          {kind === "reservations" ? (
            <Freshness state={state} zone={zone} now={now} />
          ) : (
            <p class="text-lg font-semibold">As of {age(state.drivers.as_of ?? now, zone, now)}</p>
          )}
          <p class="mt-3">
            <a class="link" href={page}>
              {countWords(rows, one, many)}
            </a>
            {current.file_name && ` from ${current.file_name}`}
          </p>
          {current.created_by && <p class="text-sm text-soft">Imported by {current.created_by}</p>}
        </>
      ) : (
        <p class="flex gap-3 text-soft">
          <CircleDashed size={22} aria-hidden="true" class="mt-0.5 shrink-0" />
          {kind === "reservations"
            ? "No list yet. Your agent cannot find any bookings and takes messages instead."
            : "No list yet. Calls cannot be transferred to a driver."}
        </p>
      )}
    </Card>
  );
}

/** Only the age of the reservations decides about transfers: drivers change less often. */
function Freshness({ state, zone, now }: Omit<Props, "kind">) {
  const { fresh, as_of, stale_since, transfers_on } = state.reservations;
  const since = as_of === null ? "" : `as of ${age(as_of, zone, now)}`;
  const Icon = fresh ? CircleCheck : TriangleAlert;
  return (
    <div class="flex gap-3">
      <Icon size={24} aria-hidden="true" class={`mt-0.5 shrink-0 ${fresh ? "text-success" : "text-warning"}`} />
      <p class="min-w-0">
        <span class="block text-lg font-semibold">
          {fresh
            ? `Fresh: ${since}`
            : `Stale since ${staleWords(stale_since, zone, now)}: transfers to drivers are off`}
        </span>
        <span class="text-soft">
          {fresh
            ? transferWords(transfers_on, state.fresh_hours)
            : `The list is ${since}. Import it again, because after ${countWords(state.fresh_hours, "hour")} the drivers may have changed.`}
        </span>
      </p>
    </div>
  );
}

/** Only the time if it is today; otherwise with the day. */
function staleWords(at: number | null, zone: string | undefined, now: number): string {
  if (at === null) return "the beginning";
  const when = age(at, zone, now);
  return when.endsWith(" today") ? clock(at, zone) : when;
}

function transferWords(on: boolean, hours: number): string {
  if (!on) return "Transfers to drivers are turned off in Agent Settings.";
  return `Verified callers can be put through to their driver until the list is ${countWords(hours, "hour")} old.`;
}
