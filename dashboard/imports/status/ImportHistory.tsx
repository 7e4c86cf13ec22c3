import { useInfiniteQuery } from "@tanstack/preact-query";
import { useLocation } from "preact-iso";
import { api, bodyOf } from "../../api.ts";
import { Badge } from "../../components/Badge.tsx";
import { Card } from "../../components/Card.tsx";
import { countWords } from "../../components/count-words.ts";
import { Trouble } from "../../components/Trouble.tsx";
import { moment } from "../../times/moment.ts";
import { importAddress } from "../import-address.ts";
import { IMPORT_STATES } from "../import-states.ts";
import type { Import } from "../list-replies.ts";
import { KIND_WORDS } from "../list-words.ts";
import { UndoButton } from "./UndoButton.tsx";

const FILTERS = { "": "All", reservations: "Reservations", drivers: "Drivers" };

/** All imports, newest first: the file, the time, the person or key, and the state. */
export function ImportHistory({ zone }: { zone: string | undefined }) {
  const { query } = useLocation();
  const kind = query.kind === "reservations" || query.kind === "drivers" ? query.kind : "";
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ["imports", "list", kind],
    queryFn: ({ pageParam }) =>
      bodyOf(api.imports.$get({ query: { ...(kind && { kind }), ...(pageParam && { cursor: pageParam }) } })),
    initialPageParam: "",
    staleTime: 0, // a dispatch system may push at any time
    getNextPageParam: (last) => last.next_cursor,
  });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card title="History" aside={<Filter kind={kind} />}>
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
    </Card>
  );
}

function Filter({ kind }: { kind: string }) {
  return (
    <nav aria-label="Which imports" class="flex gap-1">
      {Object.entries(FILTERS).map(([value, words]) => (
        <a
          key={value}
          href={value ? `/import-status?kind=${value}` : "/import-status"}
          aria-current={kind === value ? "true" : undefined}
          class="flex h-11 items-center rounded-field px-2.5 text-sm text-soft hover:bg-base-200 aria-[current]:font-semibold aria-[current]:text-base-content aria-[current]:underline aria-[current]:decoration-accent aria-[current]:decoration-2 aria-[current]:underline-offset-8"
        >
          {words}
        </a>
      ))}
    </nav>
  );
}

function HistoryRow({ item, zone }: { item: Import; zone: string | undefined }) {
  const { id, kind, file_name, created_at, created_by, rows, error_count, status } = item;
  const { one, many } = KIND_WORDS[kind];
  const state = IMPORT_STATES[status];
  return (
    <li class="grid gap-x-5 gap-y-2 py-3.5 md:grid-cols-[minmax(0,1fr)_12rem_11rem_5rem] md:items-center">
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
      <div>
        <Badge icon={state.icon} tone={state.tone}>
          {state.words}
        </Badge>
      </div>
      <div class="md:text-right">{status === "current" && <UndoButton version={item} />}</div>
    </li>
  );
}
