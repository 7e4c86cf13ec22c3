import { useRef, useState } from "preact/hooks";
import { MESSAGE_CATEGORIES } from "../../worker/messages/categories.ts";
import { Pager } from "../components/Pager.tsx";
import { PageSkeleton } from "../components/PageSkeleton.tsx";
import { Trouble } from "../components/Trouble.tsx";
import { useListAddress } from "../components/use-list-address.ts";
import { useCompanyZone } from "../times/company-zone.ts";
import { clock } from "../times/moment.ts";
import { EmptyInbox } from "./EmptyInbox.tsx";
import { Filters } from "./Filters.tsx";
import { MessageDrawer } from "./MessageDrawer.tsx";
import { MessageList } from "./MessageList.tsx";
import type { Message } from "./message-replies.ts";
import { UndoBar } from "./UndoBar.tsx";
import { useAnyMessage, useInbox } from "./use-inbox.ts";

/** What callers want the office to know or do; new messages appear automatically. */
export function MessagesPage() {
  const { query, go } = useListAddress();
  const heading = useRef<HTMLHeadingElement>(null);
  const zone = useCompanyZone() ?? undefined;
  const [changed, setChanged] = useState<Message | null>(null);
  const [undone, setUndone] = useState("");
  const { search = "", after = "" } = query;
  const state = query.state === "done" ? "done" : "open";
  const category = MESSAGE_CATEGORIES.find((known) => known === query.category);
  const { data, error, refetch, isPlaceholderData, dataUpdatedAt } = useInbox({ state, search, category, after });
  const everything = !search && !category && !after;
  const nothing = everything && data?.items.length === 0;
  const any = useAnyMessage(nothing);
  const waiting = (!data && !error) || (nothing && any === undefined && !error);
  return (
    <div class="grid gap-5">
      <h1 ref={heading} tabIndex={-1} class="text-2xl font-semibold outline-none">
        Messages
      </h1>
      <UndoBar
        changed={changed}
        onUndone={(id) => {
          setChanged(null);
          setUndone(id);
        }}
        onClose={() => {
          heading.current?.focus(); // the button that had the focus disappears
          setChanged(null);
        }}
      />
      {error && <Trouble what={data ? staleSince(dataUpdatedAt) : error.message} onRetry={() => void refetch()} />}
      {waiting && <PageSkeleton />}
      {nothing && any === false && <EmptyInbox />}
      {!waiting && !(nothing && any === false) && (
        <section class="panel" aria-label="Inbox" aria-busy={isPlaceholderData}>
          <Filters state={state} category={category} page={data} />
          {data && (
            <MessageList
              items={data.items}
              state={state}
              filtered={!everything}
              zone={zone}
              now={dataUpdatedAt}
              undone={undone}
              onChanged={(message) => {
                setChanged(message);
                setUndone("");
              }}
            />
          )}
        </section>
      )}
      {data && <Pager after={after} next={data.next_cursor} onGo={(cursor) => go({ after: cursor })} />}
      {query.id && <MessageDrawer key={query.id} id={query.id} zone={zone} onClose={() => go({ id: "" })} />}
    </div>
  );
}

function staleSince(at: number): string {
  return `New messages could not be loaded. These are from ${clock(at, undefined)}.`;
}
