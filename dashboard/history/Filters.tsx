import { X } from "lucide-preact";
import { AUDIT_AREAS } from "../../worker/audit/actions.ts";
import { ACTORS } from "../../worker/audit/actors.ts";
import { useListAddress } from "../components/use-list-address.ts";

export const FILTERS = ["area", "by", "from", "to"] as const;
/** The filters as they are in the address. The server refuses values that make no sense. */
export type HistoryFilters = {
  area?: keyof typeof AUDIT_AREAS;
  by?: keyof typeof ACTORS;
  from?: string;
  to?: string;
};

export const NO_FILTERS = Object.fromEntries(FILTERS.map((part) => [part, ""]));

/** What was changed, by whom, and on which days; all are kept in the address. */
export function Filters({ filtered }: { filtered: boolean }) {
  const { query, go } = useListAddress();
  return (
    <div class="flex flex-wrap gap-2.5 p-4 sm:p-6 sm:pb-4">
      <Choice label="What" all="Everything" words={AUDIT_AREAS} value={query.area} onChoose={(area) => go({ area })} />
      <Choice label="Who" all="Anybody" words={ACTORS} value={query.by} onChoose={(by) => go({ by })} />
      <Day label="From" value={query.from} onChange={(from) => go({ from })} />
      <Day label="To" value={query.to} onChange={(to) => go({ to })} />
      {filtered && (
        <button type="button" class="btn btn-ghost h-11" onClick={() => go(NO_FILTERS)}>
          <X size={17} aria-hidden="true" /> Clear
        </button>
      )}
    </div>
  );
}

type ChoiceProps = {
  label: string;
  /** The first option, which takes the filter away. */
  all: string;
  words: Record<string, string>;
  value: string | undefined;
  onChoose: (value: string) => void;
};

function Choice({ label, all, words, value = "", onChoose }: ChoiceProps) {
  return (
    <select
      aria-label={label}
      class="select h-11 w-full sm:w-52"
      value={value}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      <option value="">{all}</option>
      {Object.entries(words).map(([name, text]) => (
        <option key={name} value={name}>
          {text}
        </option>
      ))}
    </select>
  );
}

type DayProps = { label: string; value: string | undefined; onChange: (day: string) => void };

function Day({ label, value = "", onChange }: DayProps) {
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
