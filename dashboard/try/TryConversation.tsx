import { PhoneOff, RotateCcw } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { ToolUsed } from "../calls/call/ToolUsed.tsx";
import type { TryEntry } from "./try-entries.ts";

type Props = { entries: TryEntry[]; waiting: string | null; ended: boolean; onBegin: () => void };

/** The conversation, the agent on the left and the caller on the right. New lines are read to screen readers. */
export function TryConversation({ entries, waiting, ended, onBegin }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [entries.length, waiting, ended]);
  return (
    <div
      ref={list}
      role="log"
      aria-label="Conversation"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it
      tabIndex={0}
      class="grid max-h-[60dvh] min-h-64 content-start gap-3 overflow-y-auto p-4 sm:px-5"
    >
      {entries.map((entry, index) =>
        entry.kind === "tool" ? (
          <ToolUsed key={index} use={entry.use} />
        ) : (
          <Line key={index} kind={entry.kind} text={entry.text} />
        ),
      )}
      {waiting && <Line kind="caller" text={waiting} />}
      {waiting !== null && (
        <p class="animate-pulse text-sm text-soft motion-reduce:animate-none">The agent is thinking…</p>
      )}
      {ended && (
        <div class="flex flex-wrap items-center justify-center gap-x-4 gap-y-2 pt-2 pb-4 text-soft">
          <p class="flex items-center gap-2">
            <PhoneOff size={17} aria-hidden="true" /> The agent's part of the call is over.
          </p>
          <button type="button" class="btn h-11" onClick={onBegin}>
            <RotateCcw size={17} aria-hidden="true" /> Call again
          </button>
        </div>
      )}
    </div>
  );
}

function Line({ kind, text }: { kind: "agent" | "caller"; text: string }) {
  const agent = kind === "agent";
  return (
    <div
      class={`grid max-w-[88%] gap-1 sm:max-w-[78%] ${agent ? "justify-items-start justify-self-start" : "justify-items-end justify-self-end"}`}
    >
      <p class="text-sm text-soft">{agent ? "Agent" : "Caller"}</p>
      <p
        class={`rounded-xl px-3.5 py-2.5 whitespace-pre-line ${agent ? "rounded-tl-sm bg-base-200" : "rounded-tr-sm bg-neutral text-neutral-content"}`}
      >
        {text}
      </p>
    </div>
  );
}
