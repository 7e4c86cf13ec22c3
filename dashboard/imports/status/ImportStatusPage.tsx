import { useQuery } from "@tanstack/preact-query";
import { Upload } from "lucide-preact";
import { PageSkeleton } from "../../components/PageSkeleton.tsx";
import { Trouble } from "../../components/Trouble.tsx";
import { useCompanyZone } from "../../times/company-zone.ts";
import { CurrentList } from "./CurrentList.tsx";
import { ImportHistory } from "./ImportHistory.tsx";
import { importStatusQuery } from "./import-status-query.ts";

const REFRESH_MS = 60_000; // data may become stale while the page is open

/** The lists in use, how old they are, and the imports they came from. */
export function ImportStatusPage() {
  const { data, error, refetch, dataUpdatedAt } = useQuery({
    ...importStatusQuery,
    refetchInterval: REFRESH_MS,
    staleTime: 0,
  });
  const zone = useCompanyZone() ?? undefined;
  return (
    <div class="grid gap-5">
      <div class="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <h1 class="text-2xl font-semibold">Import Status</h1>
        <a class="btn btn-primary h-11 max-sm:w-full" href="/imports/new?kind=reservations">
          <Upload size={17} aria-hidden="true" /> Import reservations
        </a>
      </div>
      {error && !data && <Trouble what={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      {data && (
        <div class="grid items-start gap-5 md:grid-cols-2">
          <CurrentList kind="reservations" state={data} zone={zone} now={dataUpdatedAt} />
          <CurrentList kind="drivers" state={data} zone={zone} now={dataUpdatedAt} />
        </div>
      )}
      <ImportHistory zone={zone} />
    </div>
  );
}
