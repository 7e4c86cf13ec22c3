import { useInfiniteQuery } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { api, bodyOf } from "../../api.ts";
import { Card } from "../../components/Card.tsx";
import { countWords } from "../../components/count-words.ts";
import { Trouble } from "../../components/Trouble.tsx";
import type { ChangeType, Import } from "../list-replies.ts";
import { KIND_WORDS } from "../list-words.ts";
import { ChangeRow, labelOf } from "./ChangeRow.tsx";

type Props = { version: Import; zone: string | undefined };

const PAGE = "20"; // enough to see whether it is the right file

const TYPES: { type: ChangeType; words: string }[] = [
  { type: "added", words: "New" },
  { type: "changed", words: "Changed" },
  { type: "removed", words: "Removed" },
];

/** What this list changes for callers, item by item. */
export function Difference({ version, zone }: Props) {
  const { diff, kind } = version;
  const [chosen, setChosen] = useState<ChangeType>();
  if (!diff) return null;
  const type = chosen ?? TYPES.find(({ type: one }) => diff[one] > 0)?.type;
  const { one, many } = KIND_WORDS[kind];
  return (
    <Card
      title="What changes"
      aside={<span class="text-sm text-soft">{`${countWords(diff.unchanged, one, many)} unchanged`}</span>}
    >
      <div class="grid grid-cols-3 gap-2.5">
        {TYPES.map(({ type: name, words }) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === type}
            disabled={diff[name] === 0}
            class="grid min-h-11 gap-0.5 rounded-field border border-line p-3 text-left enabled:hover:bg-base-200 aria-pressed:border-primary aria-pressed:bg-primary/5 sm:p-4"
            onClick={() => setChosen(name)}
          >
            <span class="tabular text-2xl leading-tight font-semibold">{diff[name].toLocaleString("en-US")}</span>
            <span class="text-sm text-soft">{words}</span>
          </button>
        ))}
      </div>
      {type ? (
        <Changes key={type} id={version.id} kind={kind} type={type} zone={zone} />
      ) : (
        <p class="mt-4 text-soft">Nothing changes for callers.</p>
      )}
    </Card>
  );
}

type ChangesProps = { id: string; kind: Import["kind"]; type: ChangeType; zone: string | undefined };

function Changes({ id, kind, type, zone }: ChangesProps) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ["imports", id, "changes", type],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.imports[":id"].changes.$get({
          param: { id },
          query: { type, limit: PAGE, ...(pageParam && { cursor: pageParam }) },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next_cursor,
  });
  if (error && !data) return <Trouble what={error.message} onRetry={() => void refetch()} />;
  if (!data) return <div class="skeleton mt-4 h-40" role="status" aria-label="Loading" />;
  return (
    <>
      <ul class="mt-2 divide-y divide-(--line)">
        {data.pages
          .flatMap(({ items }) => items)
          .map((change) => (
            <ChangeRow
              key={`${labelOf(change)} ${JSON.stringify(change.changes)}`}
              change={change}
              kind={kind}
              zone={zone}
            />
          ))}
      </ul>
      {hasNextPage && (
        <button
          type="button"
          class="btn mt-3 h-11 w-full"
          aria-disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {isFetchingNextPage ? "One moment…" : "Show more"}
        </button>
      )}
    </>
  );
}
