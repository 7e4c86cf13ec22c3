import { X } from "lucide-preact";
import { countedText } from "../analytics/counted-text.ts";
import { OUTCOMES } from "../components/CallOutcome.tsx";
import { SearchField } from "../components/SearchField.tsx";
import { useListAddress } from "../components/use-list-address.ts";
import type { Counted, Outcome } from "./call-replies.ts";

export const FILTERS = [
  "search",
  "outcome",
  "from",
  "to",
  "transferred",
  "transfer",
  "look_up",
  "reason",
  "number_id",
] as const;
/** The filters as they are in the address. The server refuses values that make no sense. */
export type CallFilters = {
  outcome?: Outcome;
  transferred?: "true" | "false";
  search?: string;
  from?: string;
  to?: string;
  transfer?: Counted["transfer"];
  look_up?: Counted["look_up"];
  reason?: Counted["reason"];
  number_id?: string;
};

export const NO_FILTERS = Object.fromEntries(FILTERS.map((part) => [part, ""]));

/** Search, outcome, days and transfers; all are kept in the address. */
export function Filters({ filtered }: { filtered: boolean }) {
  const { query, go } = useListAddress();
  const counted = FILTERS.flatMap((part) => {
    const text = countedText(part, query[part]); // the filter that a figure on the Analytics page set
    return text ? [[part, text] as const] : [];
  });
  return (
    <div class="grid grid-cols-2 gap-2.5 p-4 *:first:col-span-2 sm:p-6 sm:pb-4 lg:grid-cols-[minmax(0,1fr)_11rem_13rem] lg:*:first:col-span-1">
      <SearchField
        label="Search"
        placeholder="Phone number or words"
        value={query.search ?? ""}
        onSearch={(search) => go({ search }, { replace: true })}
      />
      <select
        aria-label="Outcome"
        class="select h-11"
        value={query.outcome ?? ""}
        onChange={(event) => go({ outcome: event.currentTarget.value })}
      >
        <option value="">Any outcome</option>
        {Object.entries(OUTCOMES).map(([outcome, { words }]) => (
          <option key={outcome} value={outcome}>
            {words}
          </option>
        ))}
      </select>
      <select
        aria-label="Transfers"
        class="select h-11"
        value={query.transferred ?? ""}
        onChange={(event) => go({ transferred: event.currentTarget.value })}
      >
        <option value="">Any transfer</option>
        <option value="true">Put through</option>
        <option value="false">Not put through</option>
      </select>
      <div class="col-span-full flex flex-wrap gap-2.5">
        <DayField label="From" value={query.from} onChange={(from) => go({ from })} />
        <DayField label="To" value={query.to} onChange={(to) => go({ to })} />
        {counted.map(([part, text]) => (
          <button key={part} type="button" class="btn h-11 border-line" onClick={() => go({ [part]: "" })}>
            {text} <X size={17} aria-hidden="true" />
            <span class="sr-only">: take this filter away</span>
          </button>
        ))}
        {filtered && (
          <button type="button" class="btn btn-ghost h-11" onClick={() => go(NO_FILTERS)}>
            <X size={17} aria-hidden="true" /> Clear
          </button>
        )}
      </div>
    </div>
  );
}

type DayProps = { label: string; value: string | undefined; onChange: (day: string) => void };

function DayField({ label, value = "", onChange }: DayProps) {
  return (
    <label class="flex items-center gap-2.5 max-sm:w-full">
      <span class="w-10 text-sm text-soft sm:w-auto">{label}</span>
      <input
        type="date"
        aria-label={`${label} day`}
        class="tabular input h-11 min-w-0 flex-1 sm:w-44"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );
}
