import { useListAddress } from "../components/use-list-address.ts";
import { MessageRow } from "./MessageRow.tsx";
import type { Message } from "./message-replies.ts";

type Props = {
  items: Message[];
  state: "open" | "done";
  filtered: boolean;
  zone: string | undefined;
  now: number;
  /** The id of the message whose change was just undone. */
  undone: string;
  onChanged: (message: Message) => void;
};

/** The messages, newest first. */
export function MessageList({ items, state, filtered, zone, now, undone, onChanged }: Props) {
  if (items.length === 0) return <Nothing state={state} filtered={filtered} />;
  return (
    <ul class="divide-y divide-(--line) border-t border-line">
      {items.map((item) => (
        <MessageRow
          key={item.id}
          item={item}
          zone={zone}
          now={now}
          focused={item.id === undone}
          onChanged={onChanged}
        />
      ))}
    </ul>
  );
}

function Nothing({ state, filtered }: Pick<Props, "state" | "filtered">) {
  const { go } = useListAddress();
  const other = state === "open" ? "done" : "open";
  return (
    <div class="border-t border-line px-6 py-10 text-center">
      <p class="font-medium">
        {filtered
          ? `No ${state} messages match these filters.`
          : state === "open"
            ? "You have no open messages."
            : "No messages are done yet."}
      </p>
      <div class="mt-3 flex flex-wrap justify-center gap-2">
        <button type="button" class="btn h-11" onClick={() => go({ state: other === "done" ? other : "" })}>
          Show {other} messages
        </button>
        {filtered && (
          <button type="button" class="btn h-11" onClick={() => go({ search: "", category: "" })}>
            Clear filters
          </button>
        )}
      </div>
    </div>
  );
}
