import { useQuery } from "@tanstack/preact-query";
import { CircleCheck, CircleDashed, History, TriangleAlert } from "lucide-preact";
import { countWords } from "../../components/count-words.ts";
import { useCompanyZone } from "../../times/company-zone.ts";
import { age, clock } from "../../times/moment.ts";
import { historyAddress } from "../import-address.ts";
import type { ImportStatus, Kind } from "../list-replies.ts";
import { importStatusQuery } from "./import-status-query.ts";

const REFRESH_MS = 60_000; // a list may become stale while the page is open

/** The state of a list in one line above it: how old it is, what that means for transfers, and the way to its imports. */
export function ListState({ kind }: { kind: Kind }) {
  const zone = useCompanyZone() ?? undefined;
  const { data, dataUpdatedAt } = useQuery({
    ...importStatusQuery,
    refetchInterval: REFRESH_MS,
    staleTime: 0,
  });
  if (!data) return null;
  const { icon: Icon, tone, title, about } = words(kind, data, zone, dataUpdatedAt);
  return (
    <section
      aria-label="State of the list"
      class="panel flex flex-wrap items-center gap-x-4 gap-y-1 py-2 pr-2 pl-4 sm:pl-5"
    >
      <p class="flex min-w-0 flex-1 basis-64 items-start gap-2.5 py-1.5">
        <Icon size={19} aria-hidden="true" class={`mt-0.5 shrink-0 ${tone}`} />
        <span>
          <span class="font-medium">{title}</span> <span class="text-soft">{about}</span>
        </span>
      </p>
      <a class="btn btn-ghost h-10 font-medium" href={historyAddress(kind)}>
        <History size={17} aria-hidden="true" /> History
      </a>
    </section>
  );
}

type State = { icon: typeof CircleCheck; tone: string; title: string; about: string };

/** Only the age of the reservations decides about transfers: drivers change less often. */
function words(kind: Kind, status: ImportStatus, zone: string | undefined, now: number): State {
  const { current, as_of, fresh, stale_since, transfers_on } = status[kind];
  if (!current || as_of === null)
    return { icon: CircleDashed, tone: "text-soft", title: "No list yet.", about: WITHOUT[kind] };
  const since = `as of ${age(as_of, zone, now)}`;
  const from = current.file_name ? ` From ${current.file_name}.` : "";
  if (kind === "drivers")
    return { icon: CircleCheck, tone: "text-success", title: `As of ${age(as_of, zone, now)}.`, about: from.trim() };
  const hours = countWords(status.fresh_hours, "hour");
  if (!fresh) {
    return {
      icon: TriangleAlert,
      tone: "text-warning",
      title: `Stale since ${staleWords(stale_since, zone, now)}: transfers to drivers are off.`,
      about: `The list is ${since}. Import it again, because after ${hours} the drivers may have changed.`,
    };
  }
  const transfers = transfers_on
    ? `Callers can be put through to their driver until it is ${hours} old.`
    : "Transfers to drivers are turned off in Agent Settings.";
  return { icon: CircleCheck, tone: "text-success", title: `Fresh: ${since}.`, about: `${transfers}${from}` };
}

const WITHOUT: Record<Kind, string> = {
  reservations: "Your agent cannot find any bookings and takes messages instead.",
  drivers: "Calls cannot be transferred to a driver.",
};

/** Only the time for today; with the day otherwise. */
function staleWords(at: number | null, zone: string | undefined, now: number): string {
  if (at === null) return "the beginning";
  const when = age(at, zone, now);
  return when.endsWith(" today") ? clock(at, zone) : when;
}
