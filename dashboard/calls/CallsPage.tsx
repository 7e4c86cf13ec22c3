import { keepPreviousData, useQuery } from "@tanstack/preact-query";
import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import { api, bodyOf } from "../api.ts";
import { countWords } from "../components/count-words.ts";
import { Notice } from "../components/Notice.tsx";
import { Pager } from "../components/Pager.tsx";
import { PageSkeleton } from "../components/PageSkeleton.tsx";
import { Trouble } from "../components/Trouble.tsx";
import { useListAddress } from "../components/use-list-address.ts";
import { useCompanyZone } from "../times/company-zone.ts";
import { CallList } from "./CallList.tsx";
import { rememberCallsPlace } from "./calls-place.ts";
import { type CallFilters, FILTERS, Filters, NO_FILTERS } from "./Filters.tsx";
import { NoCalls } from "./NoCalls.tsx";

const PAGE = "25";
const REFRESH_MS = 10_000; // while the page is visible
const LIVE_REFRESH_MS = 4_000; // the operator is waiting for a call to end

/** All calls, newest first; the server searches and pages them. */
export function CallsPage() {
  const { url } = useLocation();
  const { query, go } = useListAddress();
  const filters: CallFilters = Object.fromEntries(
    FILTERS.flatMap((part) => (query[part] ? [[part, query[part]]] : [])),
  );
  const after = query.after ?? "";
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ["calls", "list", filters, after],
    queryFn: () => bodyOf(api.calls.$get({ query: { ...filters, limit: PAGE, ...(after && { cursor: after }) } })),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.items.some(({ live }) => live) ? LIVE_REFRESH_MS : REFRESH_MS),
  });
  const zone = useCompanyZone() ?? undefined;
  useEffect(() => rememberCallsPlace(url), [url]);
  const filtered = Object.keys(filters).length > 0;
  const empty = data?.items.length === 0 && !filtered && !after;
  const shown = data && !empty;
  return (
    <div class="grid gap-5">
      <h1 class="text-2xl font-semibold">Calls</h1>
      {!data && !error && <PageSkeleton />}
      {empty && <NoCalls />}
      {(shown || (error && filtered)) && (
        <section class="panel" aria-label="List" aria-busy={isPlaceholderData}>
          <Filters filtered={filtered} />
          {shown && (
            <>
              <p role="status" class="tabular px-4 pb-3 text-sm text-soft sm:px-6">
                {countWords(data.items.length, "call")}
                {data.next_cursor || after ? " on this page" : filtered && " found"}
              </p>
              <CallList items={data.items} zone={zone} onReset={() => go(NO_FILTERS)} />
            </>
          )}
        </section>
      )}
      {error && data && <Notice kind="error">This list is not up to date. {error.message}</Notice>}
      {error && !data && <Trouble what={error.message} onRetry={() => void refetch()} />}
      {shown && <Pager after={after} next={data.next_cursor} onGo={(cursor) => go({ after: cursor })} />}
    </div>
  );
}
