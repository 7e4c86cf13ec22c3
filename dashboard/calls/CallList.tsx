import { Inbox } from "lucide-preact";
import { CallLength } from "../components/CallLength.tsx";
import { CallOutcome } from "../components/CallOutcome.tsx";
import { countWords } from "../components/count-words.ts";
import { phoneText } from "../components/phone-text.ts";
import { Sentiment } from "../components/Sentiment.tsx";
import { useWide } from "../components/use-wide.ts";
import { whenWords } from "../imports/value-words.ts";
import { callAddress } from "./call-address.ts";
import type { Call } from "./call-replies.ts";
import { callerText } from "./caller-text.ts";

type Props = { items: Call[]; zone: string | undefined; onReset: () => void };
type Item = { call: Call; zone: string | undefined };

/** A table on a desk, cards on a phone; each row opens its call. */
export function CallList({ items, zone, onReset }: Props) {
  const wide = useWide();
  if (items.length === 0) {
    return (
      <div class="border-t border-line px-6 py-10 text-center">
        <p class="font-medium">No call fits.</p>
        <button type="button" class="btn mt-3 h-11" onClick={onReset}>
          Show all
        </button>
      </div>
    );
  }
  if (!wide) {
    return (
      <ul class="divide-y divide-(--line) border-t border-line">
        {items.map((call) => (
          <Card key={call.id} call={call} zone={zone} />
        ))}
      </ul>
    );
  }
  return (
    <table class="w-full wrap-break-word border-t border-line text-left">
      <thead class="text-sm text-soft">
        <tr>
          {["When", "Caller", "Length", "Outcome", "Mood", "Summary"].map((title) => (
            <th key={title} scope="col" class="px-3 py-2.5 font-medium first:pl-6 last:pr-6">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="divide-y divide-(--line) border-t border-line">
        {items.map((call) => (
          <Row key={call.id} call={call} zone={zone} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ call, zone }: Item) {
  return (
    <tr class="relative align-top hover:bg-base-200 has-focus-visible:bg-base-200">
      <td class="py-3 pr-3 pl-6 whitespace-nowrap">
        <When call={call} zone={zone} />
      </td>
      <td class="px-3 py-3 font-medium whitespace-nowrap">
        <Opener call={call} />
      </td>
      <td class="px-3 py-3">
        <CallLength call={call} />
      </td>
      <td class="px-3 py-2.5">
        <CallOutcome outcome={call.outcome} />
        <Destination call={call} />
      </td>
      <td class="px-3 py-3 text-sm">
        <Sentiment sentiment={call.sentiment} />
      </td>
      <td class="w-full min-w-64 py-3 pr-6 pl-3 text-sm">
        <Summary call={call} />
      </td>
    </tr>
  );
}

function Card({ call, zone }: Item) {
  return (
    <li class="relative grid gap-1.5 px-4 py-4 hover:bg-base-200 sm:px-6">
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
    </li>
  );
}

/** A link that reaches over its whole row. */
function Opener({ call }: { call: Call }) {
  return (
    <a href={callAddress(call.id)} class="tabular after:absolute after:inset-0">
      <span class="sr-only">Open the call from </span>
      {callerText(call.from_number)}
    </a>
  );
}

function When({ call, zone }: Item) {
  return <time dateTime={new Date(call.at).toISOString()}>{whenWords(call.at, zone)}</time>;
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
