import { Check, PhoneOutgoing, RotateCcw, StickyNote } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { Notice } from "../components/Notice.tsx";
import { useAction } from "../components/use-action.ts";
import { useListAddress } from "../components/use-list-address.ts";
import { ago } from "../times/moment.ts";
import { CategoryBadge } from "./CategoryBadge.tsx";
import { MessageLinks } from "./MessageLinks.tsx";
import type { Message } from "./message-replies.ts";
import { callerWords, reachableAt } from "./message-words.ts";
import { useChange } from "./use-change.ts";

type Props = {
  item: Message;
  zone: string | undefined;
  now: number;
  /** Takes the focus, because the element that had it is gone. */
  focused: boolean;
  onChanged: (message: Message) => void;
};

/** A short version of a message; a click anywhere opens it. */
export function MessageRow({ item, zone, now, focused, onChanged }: Props) {
  const { address } = useListAddress();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (focused) link.current?.focus();
  }, [focused]);
  const who = callerWords(item);
  return (
    <li class="relative grid gap-x-6 gap-y-3 px-4 py-4 hover:bg-base-200 has-[h2_a:focus-visible]:bg-base-200 sm:px-6 md:grid-cols-[minmax(0,1fr)_auto]">
      <div class="grid min-w-0 gap-1.5">
        <div class="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <h2 class="font-semibold">
            <a href={address({ id: item.id })} ref={link} class="after:absolute after:inset-0">
              <span class="sr-only">Open the message from </span>
              {who}
            </a>
          </h2>
          <CategoryBadge category={item.category} />
          <time dateTime={new Date(item.created_at).toISOString()} class="text-sm text-soft">
            {ago(item.created_at, zone, now)}
          </time>
        </div>
        <p class="line-clamp-3 whitespace-pre-line">{item.message}</p>
        {item.note && (
          <p class="flex gap-2 text-sm">
            <StickyNote size={16} aria-label="Your note:" class="mt-0.5 shrink-0 text-accent-ink" />
            <span class="line-clamp-2 min-w-0 text-soft">{item.note}</span>
          </p>
        )}
        <MessageLinks item={item} />
      </div>
      <Actions item={item} who={who} onChanged={onChanged} />
    </li>
  );
}

function Actions({ item, who, onChanged }: { item: Message; who: string; onChanged: (message: Message) => void }) {
  const change = useChange();
  const { busy, problem, run } = useAction();
  const number = reachableAt(item);
  const done = item.done_at !== null;
  const Icon = done ? RotateCcw : Check;
  return (
    <div class="relative grid content-center gap-2 md:w-64">
      <div class="flex gap-2 md:justify-end">
        {number && (
          <a class="btn border-line bg-base-100 h-11 max-md:flex-1" href={`tel:${number}`}>
            <PhoneOutgoing size={16} aria-hidden="true" /> Call back<span class="sr-only"> {who}</span>
          </a>
        )}
        <button
          type="button"
          class="btn border-line bg-base-100 h-11 max-md:flex-1"
          aria-disabled={busy}
          onClick={() => run(async () => onChanged(await change(item.id, { done: !done })))}
        >
          <Icon size={16} aria-hidden="true" /> {done ? "Reopen" : "Done"}
          <span class="sr-only">
            {done ? " the message from " : " with the message from "}
            {who}
          </span>
        </button>
      </div>
      {problem && <Notice kind="error">{problem}</Notice>}
    </div>
  );
}
