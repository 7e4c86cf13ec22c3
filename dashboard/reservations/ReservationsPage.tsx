import { keepPreviousData, useQuery } from "@tanstack/preact-query";
import { Download, Upload } from "lucide-preact";
import { api, bodyOf } from "../api.ts";
import { countWords } from "../components/count-words.ts";
import { Pager } from "../components/Pager.tsx";
import { PageSkeleton } from "../components/PageSkeleton.tsx";
import { Trouble } from "../components/Trouble.tsx";
import { useListAddress } from "../components/use-list-address.ts";
import { ImportHistory } from "../imports/status/ImportHistory.tsx";
import { ListState } from "../imports/status/ListState.tsx";
import { SampleNotice } from "../welcome/SampleData.tsx";
import { EmptyList } from "./EmptyList.tsx";
import { Filters } from "./Filters.tsx";
import { LookUpPanel } from "./LookUpPanel.tsx";
import { ReservationDrawer } from "./ReservationDrawer.tsx";
import { ReservationList } from "./ReservationList.tsx";

const PAGE = "25"; // quick to draw on an old phone
const PARTS = ["search", "day", "status", "sort"] as const;

/** All reservations that callers may ask about; the server searches and pages them. */
export function ReservationsPage() {
  const { query, go } = useListAddress();
  const filters = Object.fromEntries(PARTS.flatMap((part) => (query[part] ? [[part, query[part]]] : [])));
  const after = query.after ?? "";
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ["reservations", filters, after],
    queryFn: () =>
      bodyOf(api.reservations.$get({ query: { ...filters, limit: PAGE, ...(after && { cursor: after }) } })),
    placeholderData: keepPreviousData,
  });
  const filtered = Boolean(query.search || query.day || query.status);
  const empty = data?.total === 0 && !filtered && !after;
  return (
    <div class="grid gap-5">
      <div class="flex flex-wrap items-center gap-x-3 gap-y-3">
        <h1 class="mr-auto text-2xl font-semibold max-sm:w-full">Reservations</h1>
        {data && !empty && (
          <a
            class="btn border-line bg-base-100 h-11 max-sm:flex-1"
            href="/api/reservations.csv"
            download="reservations.csv"
          >
            <Download size={17} aria-hidden="true" /> Export
          </a>
        )}
        <a class="btn btn-primary h-11 max-sm:flex-1" href="/imports/new?kind=reservations">
          <Upload size={17} aria-hidden="true" /> Import
        </a>
      </div>
      {error && !data && <Trouble what={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      <SampleNotice />
      <ListState kind="reservations" />
      {data && empty && <EmptyList />}
      {data && !empty && (
        <>
          <LookUpPanel />
          <section class="panel" aria-label="List" aria-busy={isPlaceholderData}>
            <Filters />
            <p role="status" class="tabular px-4 pb-3 text-sm text-soft sm:px-6">
              {filtered ? `${countWords(data.total, "reservation")} found` : countWords(data.total, "reservation")}
            </p>
            <ReservationList items={data.items} onReset={() => go({ search: "", day: "", status: "" })} />
          </section>
          <Pager after={after} next={data.next_cursor} onGo={(cursor) => go({ after: cursor })} />
        </>
      )}
      {query.history && <ImportHistory kind="reservations" onClose={() => go({ history: "" }, { replace: true })} />}
      {query.id && <ReservationDrawer key={query.id} id={query.id} onClose={() => go({ id: "" })} />}
    </div>
  );
}
