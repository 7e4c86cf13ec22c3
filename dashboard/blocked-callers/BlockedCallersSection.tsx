import { useQuery } from "@tanstack/preact-query";
import { Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import { phoneText } from "../../worker/phone/phone-text.ts";
import { api, bodyOf, done } from "../api.ts";
import type { BlockedCaller } from "../calls/call-replies.ts";
import { useCallsChanged } from "../calls/use-calls-changed.ts";
import { Notice } from "../components/Notice.tsx";
import { Trouble } from "../components/Trouble.tsx";
import { useAction } from "../components/use-action.ts";
import { useFocusAfter } from "../components/use-focus-after.ts";
import { Section } from "../settings/Section.tsx";
import { ago } from "../times/moment.ts";
import { NewBlockForm } from "./NewBlockForm.tsx";

/** Blocked numbers. Each is saved separately and can be unblocked with one click. */
export function BlockedCallersSection() {
  const [adding, setAdding] = useState(false);
  const [news, setNews] = useState<{ words: string; removed?: BlockedCaller } | null>(null);
  const changed = useCallsChanged();
  const { busy, problem, run } = useAction();
  const addButton = useFocusAfter(adding, news?.words ?? "");
  const { data, error, refetch } = useQuery({
    queryKey: ["blocked-callers"],
    queryFn: () => bodyOf(api["blocked-callers"].$get({})),
  });
  const unblock = (caller: BlockedCaller) =>
    run(async () => {
      await done(api["blocked-callers"][":id"].$delete({ param: { id: caller.id } }));
      await changed();
      setNews({ words: `${phoneText(caller.phone_number)} is unblocked.`, removed: caller });
    });
  const blockAgain = ({ phone_number, note }: BlockedCaller) =>
    run(async () => {
      await bodyOf(api["blocked-callers"].$post({ json: { phone_number, note } }));
      await changed();
      setNews({ words: `${phoneText(phone_number)} is blocked again.` });
    });
  const removed = news?.removed;
  return (
    <Section
      id="blocked-callers"
      title="Blocked callers"
      about="Calls from these numbers are turned away before the agent answers."
    >
      {error && !data && <Trouble what={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <div class="skeleton h-16" role="status" aria-label="Loading" />}
      {data?.items.length === 0 && !adding && <p class="text-soft">Nobody is blocked.</p>}
      {data && data.items.length > 0 && (
        <ul class="max-h-104 divide-y divide-(--line) overflow-y-auto">
          {data.items.map((caller) => (
            <li key={caller.id} class="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0">
              <div class="min-w-0 flex-1 basis-40">
                <p class="tabular font-medium">{phoneText(caller.phone_number)}</p>
                <p class="text-sm text-soft">
                  {caller.note && `${caller.note} · `}blocked {ago(caller.created_at, undefined, Date.now())}
                </p>
              </div>
              <button type="button" class="btn h-11 text-sm" aria-disabled={busy} onClick={() => unblock(caller)}>
                Unblock<span class="sr-only"> {phoneText(caller.phone_number)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {news && (
        <Notice kind="success">
          <div class="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            {news.words}
            {removed && (
              <button type="button" class="link min-h-11" aria-disabled={busy} onClick={() => blockAgain(removed)}>
                Undo
              </button>
            )}
          </div>
        </Notice>
      )}
      {problem && <Notice kind="error">{problem}</Notice>}
      {data && !adding && (
        <button
          ref={addButton}
          type="button"
          class="btn h-11 justify-self-start font-medium"
          onClick={() => {
            setNews(null);
            setAdding(true);
          }}
        >
          <Plus size={17} aria-hidden="true" /> Block a number
        </button>
      )}
      {adding && (
        <NewBlockForm
          onDone={(added) => {
            setAdding(false);
            setNews(added === undefined ? null : { words: `${phoneText(added)} is blocked.` });
          }}
        />
      )}
    </Section>
  );
}
