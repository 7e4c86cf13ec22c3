import { useInfiniteQuery } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { api, bodyOf } from "../api.ts";
import { Dialog } from "../components/Dialog.tsx";
import { Notice } from "../components/Notice.tsx";
import { Trouble } from "../components/Trouble.tsx";
import { useOneAtATime } from "../components/use-one-at-a-time.ts";
import type { Config } from "../replies.ts";
import { RequestError } from "../request-error.ts";
import { HistoryEntry } from "./HistoryEntry.tsx";

type Props = { current: Config; unsaved: boolean; onRestored: (config: Config) => void; onClose: () => void };

/** Who changed what, newest first, with a button to restore any version. */
export function HistoryDrawer({ current, unsaved, onRestored, onClose }: Props) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useHistory(current.version);
  const [problem, setProblem] = useState("");
  const once = useOneAtATime();
  const restore = async (version: number) => {
    setProblem("");
    const request = { param: { version: String(version) }, json: { version: current.version } };
    try {
      onRestored(await bodyOf(api["tenant-config"].versions[":version"].restoration.$post(request)));
      onClose();
    } catch (refusal) {
      if (!(refusal instanceof RequestError)) throw refusal;
      setProblem(refusal.code === "version_conflict" ? CONFLICT : refusal.message);
    }
  };
  const items = data?.pages.flatMap((page) => page.items);
  return (
    <Dialog title="History of changes" drawer onClose={onClose}>
      <p class="mt-1.5 text-soft">
        Restoring adds a new version, so nothing is lost.
        {unsaved && " It discards your unsaved changes on this page."}
      </p>
      {problem && (
        <div class="mt-4">
          <Notice kind="error">{problem}</Notice>
        </div>
      )}
      {error && <Trouble what={error.message} onRetry={() => void refetch()} />}
      {!items && !error && <div class="skeleton mt-5 h-40" role="status" aria-label="Loading" />}
      {items?.length === 0 && <p class="mt-5">No changes have been saved yet.</p>}
      <ol class="mt-4 divide-y divide-(--line)">
        {items?.map((item) => (
          <li key={item.version} class="py-4">
            <HistoryEntry
              item={item}
              current={current}
              unsaved={unsaved}
              onRestore={() => void once(() => restore(item.version))}
            />
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <button
          type="button"
          class="btn btn-ghost mb-3 h-11 w-full"
          aria-disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {isFetchingNextPage ? "One moment…" : "Show older"}
        </button>
      )}
      <button type="button" class="btn sticky bottom-0 h-11 w-full" onClick={onClose}>
        Close
      </button>
    </Dialog>
  );
}

const CONFLICT =
  "Somebody else saved these settings after you opened this page. Reload it, check the changes, then restore again.";

/** Fetched page by page, newest first, and again after each save. */
function useHistory(version: number) {
  return useInfiniteQuery({
    queryKey: ["tenant-config", "versions", version],
    queryFn: ({ pageParam: cursor }) =>
      bodyOf(api["tenant-config"].versions.$get({ query: cursor === null ? {} : { cursor } })),
    initialPageParam: null as string | null, // otherwise its type would be only null
    getNextPageParam: (last) => last.next_cursor,
  });
}
