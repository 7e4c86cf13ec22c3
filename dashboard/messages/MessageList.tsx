import { useListAddress } from "../components/use-list-address.ts";
import { MessageRow } from "./MessageRow.tsx";
import type { Message } from "./message-replies.ts";

type Props = {
  items: Message[];
  state: "open" | "done";
  filtered: boolean;
  zone: string | undefined;
  now: number;
  /** The message that has just been put back where it was. */
  undone: string;
  onTurned: (message: Message) => void;
};

/** Newest first. */
export function MessageList({ items, state, filtered, zone, now, undone, onTurned }: Props) {
  if (items.length === 0) return <Nothing state={state} filtered={filtered} />;
  return (
    <ul class="divide-y divide-(--line) border-t border-line">
      {items.map((item) => (
        <MessageRow key={item.id} item={item} zone={zone} now={now} focused={item.id === undone} onTurned={onTurned} />
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
          ? `No ${state} message fits.`
          : state === "open"
            ? "Nothing waits for you."
            : "No message is done yet."}
      </p>
      <div class="mt-3 flex flex-wrap justify-center gap-2">
        <button type="button" class="btn h-11" onClick={() => go({ state: other === "done" ? other : "" })}>
          Look among the {other} ones
        </button>
        {filtered && (
          <button type="button" class="btn h-11" onClick={() => go({ search: "", category: "" })}>
            Show all {state} ones
          </button>
        )}
      </div>
    </div>
  );
}
