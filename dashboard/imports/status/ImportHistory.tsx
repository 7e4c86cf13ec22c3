import { useInfiniteQuery } from "@tanstack/preact-query";
import { api, bodyOf } from "../../api.ts";
import { Badge } from "../../components/Badge.tsx";
import { countWords } from "../../components/count-words.ts";
import { Dialog } from "../../components/Dialog.tsx";
import { Trouble } from "../../components/Trouble.tsx";
import { useCompanyZone } from "../../times/company-zone.ts";
import { moment } from "../../times/moment.ts";
import { importAddress } from "../import-address.ts";
import { IMPORT_STATES } from "../import-states.ts";
import type { Import, Kind } from "../list-replies.ts";
import { KIND_WORDS } from "../list-words.ts";
import { UndoButton } from "./UndoButton.tsx";

type Props = { kind: Kind; onClose: () => void };

/** The imports of a list, newest first: the file, the time, the person or key, and the state. */
export function ImportHistory({ kind, onClose }: Props) {
  const zone = useCompanyZone() ?? undefined;
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ["imports", "list", kind],
    queryFn: ({ pageParam }) => bodyOf(api.imports.$get({ query: { kind, ...(pageParam && { cursor: pageParam }) } })),
    initialPageParam: "",
    staleTime: 0, // a dispatch system may push at any time
    getNextPageParam: (last) => last.next_cursor,
  });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Dialog title={`Imports of ${KIND_WORDS[kind].many}`} drawer onClose={onClose}>
      <div class="mt-4">
        {error && !data && <Trouble what={error.message} onRetry={() => void refetch()} />}
        {!data && !error && <div class="skeleton h-40" role="status" aria-label="Loading" />}
        {data && items.length === 0 && <p class="text-soft">Nothing has been imported yet.</p>}
        <ol class="divide-y divide-(--line)">
          {items.map((item) => (
            <HistoryRow key={item.id} item={item} zone={zone} />
          ))}
        </ol>
        {hasNextPage && (
          <button type="button" class="btn mt-3 h-11 w-full" onClick={() => void fetchNextPage()}>
            Show more
          </button>
        )}
      </div>
      <button type="button" class="btn mt-5 h-11 w-full" onClick={onClose}>
        Close
      </button>
    </Dialog>
  );
}

function HistoryRow({ item, zone }: { item: Import; zone: string | undefined }) {
  const { id, kind, file_name, created_at, created_by, rows, error_count, status } = item;
  const { one, many } = KIND_WORDS[kind];
  const state = IMPORT_STATES[status];
  return (
    <li class="grid gap-2 py-3.5">
      <div class="min-w-0">
        <a href={importAddress(id)} class="link inline-block py-1.5 font-medium">
          {file_name ?? (item.source === "seed" ? "Example data" : "Pushed by your dispatch system")}
        </a>
        <p class="text-sm text-soft">
          <time dateTime={new Date(created_at).toISOString()} class="inline-block first-letter:uppercase">
            {moment(created_at, zone, Date.now())}
          </time>
          {created_by && ` · ${created_by}`}
        </p>
      </div>
      <p class="tabular text-sm">
        {countWords(rows, one, many)}
        {error_count > 0 && <span class="block text-warning">{countWords(error_count, "row")} left out</span>}
      </p>
      <div class="flex flex-wrap items-center justify-between gap-2">
        <Badge icon={state.icon} tone={state.tone}>
          {state.words}
        </Badge>
        {status === "current" && <UndoButton version={item} />}
      </div>
    </li>
  );
}
