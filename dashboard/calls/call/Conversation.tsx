import { useMemo, useState } from "preact/hooks";
import { Card } from "../../components/Card.tsx";
import { countWords } from "../../components/count-words.ts";
import type { CallDetails } from "../call-replies.ts";
import { placeText } from "../duration-text.ts";
import { conversationOf, type Entry } from "./conversation.ts";
import { LongText } from "./LongText.tsx";
import { ToolUsed } from "./ToolUsed.tsx";

const STEP = 150; // lines; quick to draw on an old phone

/** The conversation, the agent on the left and the caller on the right, with each look-up where it happened. */
export function Conversation({ call }: { call: CallDetails }) {
  const entries = useMemo(() => conversationOf(call.transcript), [call.transcript]);
  const [shown, setShown] = useState(STEP);
  const rest = entries.length - shown;
  return (
    <Card title="Conversation">
      {entries.length === 0 && <p class="text-soft">{nothingToRead(call)}</p>}
      <ol class="grid gap-3">
        {entries.slice(0, shown).map((entry, index) => (
          <Line key={index} entry={entry} />
        ))}
      </ol>
      {rest > 0 && (
        <button type="button" class="btn mt-4 h-11 w-full" onClick={() => setShown(shown + STEP)}>
          Show more ({countWords(rest, "line")} left)
        </button>
      )}
    </Card>
  );
}

function Line({ entry }: { entry: Entry }) {
  if (entry.kind === "tool") {
    return (
      <li>
        <ToolUsed use={entry.use} />
      </li>
    );
  }
  if (entry.kind === "aside") return <li class="text-center text-sm text-soft">{entry.text}</li>;
  const agent = entry.kind === "agent";
  return (
    <li
      class={`grid max-w-[85%] gap-1 sm:max-w-[75%] ${agent ? "justify-items-start justify-self-start" : "justify-items-end justify-self-end"}`}
    >
      <p class="text-sm text-soft">
        {agent ? "Agent" : "Caller"}
        {entry.at !== null && <span class="tabular"> · {placeText(entry.at)}</span>}
      </p>
      <p
        class={`rounded-xl px-3.5 py-2.5 whitespace-pre-line ${agent ? "rounded-tl-sm bg-base-200" : "rounded-tr-sm bg-neutral text-neutral-content"}`}
      >
        <LongText text={entry.text} />
      </p>
    </li>
  );
}

function nothingToRead({ live, transcript_missing, kept_days }: CallDetails): string {
  if (live) return "The call is still going on. The conversation appears here shortly after it ends.";
  if (transcript_missing === "not_yet") return "Not available yet. It appears shortly after the call ends.";
  if (transcript_missing === "removed") return `Removed: conversations are kept for ${kept_days.transcript} days.`;
  return "Nothing was said in this call.";
}
