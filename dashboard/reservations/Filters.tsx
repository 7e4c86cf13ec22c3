import { X } from "lucide-preact";
import { SearchField } from "../components/SearchField.tsx";
import { useListAddress } from "../components/use-list-address.ts";
import { STATUS_WORDS, STATUSES } from "./status-words.ts";

const SORTS: Record<string, string> = {
  pickup_at: "Earliest pick-up first",
  "-pickup_at": "Latest pick-up first",
  confirmation_number: "By confirmation number",
  customer_name: "By passenger",
};

/** Search, day, status and order; all are kept in the address. */
export function Filters() {
  const { query, go } = useListAddress();
  const filtered = Boolean(query.search || query.day || query.status);
  return (
    <div class="grid grid-cols-2 gap-2.5 p-4 *:first:col-span-2 sm:p-6 sm:pb-4 lg:*:first:col-span-1 lg:grid-cols-[minmax(0,1fr)_11rem_11rem_14rem_auto]">
      <SearchField
        label="Search"
        placeholder="Name, number or phone"
        value={query.search ?? ""}
        onSearch={(search) => go({ search }, { replace: true })}
      />
      <input
        type="date"
        aria-label="Day of pick-up"
        class="tabular input h-11"
        value={query.day ?? ""}
        onChange={(event) => go({ day: event.currentTarget.value })}
      />
      <select
        aria-label="Status"
        class="select h-11"
        value={query.status ?? ""}
        onChange={(event) => go({ status: event.currentTarget.value })}
      >
        <option value="">Any status</option>
        {STATUSES.map((status) => (
          <option key={status} value={status}>
            {STATUS_WORDS[status]}
          </option>
        ))}
      </select>
      <select
        aria-label="Order"
        class="select h-11 max-lg:col-span-2"
        value={query.sort ?? "pickup_at"}
        onChange={(event) => go({ sort: event.currentTarget.value })}
      >
        {Object.entries(SORTS).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
      {filtered && (
        <button type="button" class="btn btn-ghost h-11" onClick={() => go({ search: "", day: "", status: "" })}>
          <X size={17} aria-hidden="true" /> Clear
        </button>
      )}
    </div>
  );
}
