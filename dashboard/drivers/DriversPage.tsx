import { keepPreviousData, useQuery } from "@tanstack/preact-query";
import { Download, Plus, Upload } from "lucide-preact";
import { useState } from "preact/hooks";
import { api, bodyOf } from "../api.ts";
import { Pager } from "../components/Pager.tsx";
import { PageSkeleton } from "../components/PageSkeleton.tsx";
import { SearchField } from "../components/SearchField.tsx";
import { Trouble } from "../components/Trouble.tsx";
import { useListAddress } from "../components/use-list-address.ts";
import type { Driver } from "../imports/list-replies.ts";
import { ImportHistory } from "../imports/status/ImportHistory.tsx";
import { ListState } from "../imports/status/ListState.tsx";
import { DriverDialog } from "./DriverDialog.tsx";
import { DriverList } from "./DriverList.tsx";
import { NoDrivers } from "./NoDrivers.tsx";
import { UnreachableDrivers } from "./UnreachableDrivers.tsx";

/** The drivers that calls can be transferred to, and what prevents it. */
export function DriversPage() {
  const { query, go } = useListAddress();
  const { search = "", after = "" } = query;
  const [open, setOpen] = useState<Driver | { name: string } | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ["drivers", search, after],
    queryFn: () => bodyOf(api.drivers.$get({ query: { ...(search && { search }), ...(after && { cursor: after }) } })),
    placeholderData: keepPreviousData,
  });
  const none = data?.items.length === 0;
  return (
    <div class="grid gap-5">
      <div class="flex flex-wrap items-center gap-3">
        <h1 class="mr-auto text-2xl font-semibold max-sm:w-full">Drivers</h1>
        {data && !none && (
          <a class="btn border-line bg-base-100 h-11 max-sm:flex-1" href="/api/drivers.csv" download="drivers.csv">
            <Download size={17} aria-hidden="true" /> Export
          </a>
        )}
        <a class="btn border-line bg-base-100 h-11 max-sm:flex-1" href="/imports/new?kind=drivers">
          <Upload size={17} aria-hidden="true" /> Import
        </a>
        <button type="button" class="btn btn-primary h-11 max-sm:w-full" onClick={() => setOpen({ name: "" })}>
          <Plus size={17} aria-hidden="true" /> Add a driver
        </button>
      </div>
      {error && !data && <Trouble what={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      <ListState kind="drivers" />
      {data && none && !search && <NoDrivers onAdd={() => setOpen({ name: "" })} />}
      {data && (!none || search) && (
        <section class="panel" aria-label="List">
          <div class="p-4 sm:px-6 md:max-w-96">
            <SearchField
              label="Search drivers"
              placeholder="Name or phone"
              value={search}
              onSearch={(text) => go({ search: text }, { replace: true })}
            />
          </div>
          <DriverList items={data.items} onEdit={setOpen} />
        </section>
      )}
      {data && <Pager after={after} next={data.next_cursor} onGo={(cursor) => go({ after: cursor })} />}
      {data && <UnreachableDrivers items={data.unreachable} onAdd={(name) => setOpen({ name })} />}
      {query.history && <ImportHistory kind="drivers" onClose={() => go({ history: "" }, { replace: true })} />}
      {open && <DriverDialog driver={open} onClose={() => setOpen(null)} />}
    </div>
  );
}
