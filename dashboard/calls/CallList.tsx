import { Inbox } from "lucide-preact";
import { phoneText } from "../../worker/phone/phone-text.ts";
import { CallLength } from "../components/CallLength.tsx";
import { CallOutcome } from "../components/CallOutcome.tsx";
import { countWords } from "../components/count-words.ts";
import { Sentiment } from "../components/Sentiment.tsx";
import { TableOrCards } from "../components/TableOrCards.tsx";
import { whenWords } from "../imports/value-words.ts";
import { callAddress } from "./call-address.ts";
import type { Call } from "./call-replies.ts";
import { callText } from "./caller-text.ts";

type Props = { items: Call[]; zone: string | undefined; onReset: () => void };
type Item = { call: Call; zone: string | undefined };

/** Each row or card opens its call. */
export function CallList({ items, zone, onReset }: Props) {
  return (
    <TableOrCards
      items={items}
      many="calls"
      onReset={onReset}
      card={(call) => <Card call={call} zone={zone} />}
      columns={[
        { title: "When", class: "whitespace-nowrap", cell: (call) => <When call={call} zone={zone} /> },
        { title: "Caller", class: "font-medium whitespace-nowrap", cell: (call) => <Opener call={call} /> },
        { title: "Length", cell: (call) => <CallLength call={call} /> },
        { title: "Outcome", cell: (call) => <Outcome call={call} /> },
        { title: "Mood", class: "text-sm", cell: ({ sentiment }) => <Sentiment sentiment={sentiment} /> },
        { title: "Summary", class: "w-full min-w-64 text-sm", cell: (call) => <Summary call={call} /> },
      ]}
    />
  );
}

function Card({ call, zone }: Item) {
  return (
    <>
      <div class="flex flex-wrap items-start justify-between gap-2">
        <p class="min-w-0 font-semibold">
          <Opener call={call} />
        </p>
        <CallOutcome outcome={call.outcome} />
      </div>
      <p class="flex flex-wrap gap-x-4 text-sm text-soft">
        <When call={call} zone={zone} />
        <CallLength call={call} />
        {call.sentiment && <Sentiment sentiment={call.sentiment} />}
      </p>
      <Destination call={call} />
      <div class="text-sm">
        <Summary call={call} />
      </div>
    </>
  );
}

/** Its link covers the whole row. */
function Opener({ call }: { call: Call }) {
  const { way, who } = callText(call);
  return (
    <a href={callAddress(call.id)} class="tabular after:absolute after:inset-0">
      <span class="sr-only">Open the call {way} </span>
      {way === "to" && <span aria-hidden="true">To </span>}
      {who}
    </a>
  );
}

function When({ call, zone }: Item) {
  return <time dateTime={new Date(call.at).toISOString()}>{whenWords(call.at, zone)}</time>;
}

function Outcome({ call }: { call: Call }) {
  return (
    <div class="-my-0.5">
      <CallOutcome outcome={call.outcome} />
      <Destination call={call} />
    </div>
  );
}

function Destination({ call: { transferred_to } }: { call: Call }) {
  if (!transferred_to) return null;
  return <span class="tabular mt-1 block text-sm whitespace-nowrap text-soft">to {phoneText(transferred_to)}</span>;
}

function Summary({ call }: { call: Call }) {
  return (
    <>
      {call.summary ? (
        <span class="line-clamp-2">{call.summary}</span>
      ) : (
        <span class="line-clamp-2 text-soft">{call.ended_because}</span>
      )}
      {call.messages > 0 && (
        <span class="mt-1 flex items-center gap-1.5 font-medium">
          <Inbox size={15} aria-hidden="true" class="text-accent-ink" /> {countWords(call.messages, "message")} left
        </span>
      )}
    </>
  );
}
