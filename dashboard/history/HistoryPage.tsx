import { keepPreviousData, useQuery } from "@tanstack/preact-query";
import { Download } from "lucide-preact";
import { api, bodyOf } from "../api.ts";
import { Notice } from "../components/Notice.tsx";
import { Pager } from "../components/Pager.tsx";
import { PageSkeleton } from "../components/PageSkeleton.tsx";
import { Trouble } from "../components/Trouble.tsx";
import { useListAddress } from "../components/use-list-address.ts";
import { useCompanyZone } from "../times/company-zone.ts";
import { ChangeList } from "./ChangeList.tsx";
import { FILTERS, Filters, type HistoryFilters, NO_FILTERS } from "./Filters.tsx";

const PAGE = "25";

/** Who changed what in this company, newest first; the server filters and pages it. */
export function HistoryPage() {
  const { query, go } = useListAddress();
  const filters: HistoryFilters = Object.fromEntries(
    FILTERS.flatMap((part) => (query[part] ? [[part, query[part]]] : [])),
  );
  const after = query.after ?? "";
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ["audit-events", filters, after],
    queryFn: () =>
      bodyOf(api["audit-events"].$get({ query: { ...filters, limit: PAGE, ...(after && { cursor: after }) } })),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const zone = useCompanyZone() ?? undefined;
  const file = new URLSearchParams(Object.entries(filters)).toString();
  return (
    <div class="grid gap-5">
      <div class="flex flex-wrap items-center justify-between gap-3">
        <h1 class="text-2xl font-semibold">History of changes</h1>
        <a
          class="btn border-line bg-base-100 h-11"
          href={`/api/audit-events.csv${file && `?${file}`}`}
          download="changes.csv"
        >
          <Download size={17} aria-hidden="true" /> Download as CSV
        </a>
      </div>
      {!data && !error && <PageSkeleton />}
      {(data || error) && (
        <section class="panel" aria-label="List" aria-busy={isPlaceholderData}>
          <Filters filtered={Object.keys(filters).length > 0} />
          {data && <ChangeList items={data.items} zone={zone} onReset={() => go(NO_FILTERS)} />}
        </section>
      )}
      {error && data && <Notice kind="error">This list is not up to date. {error.message}</Notice>}
      {error && !data && <Trouble what={error.message} onRetry={() => void refetch()} />}
      {data && <Pager after={after} next={data.next_cursor} onGo={(cursor) => go({ after: cursor })} />}
    </div>
  );
}
