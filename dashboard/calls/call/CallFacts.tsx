import type { ComponentChildren } from "preact";
import { phoneText } from "../../../worker/phone/phone-text.ts";
import { CallLength } from "../../components/CallLength.tsx";
import { Card } from "../../components/Card.tsx";
import { Sentiment } from "../../components/Sentiment.tsx";
import { whenWords } from "../../imports/value-words.ts";
import type { CallDetails } from "../call-replies.ts";

type Props = { call: CallDetails; zone: string | undefined };

export function CallFacts({ call, zone }: Props) {
  return (
    <Card title="About this call">
      <dl class="grid gap-3">
        <Fact name="When">
          <time dateTime={new Date(call.at).toISOString()}>{whenWords(call.at, zone)}</time>
        </Fact>
        <Fact name="Length">
          <CallLength call={call} />
        </Fact>
        {!call.live && <Fact name="Why it ended">{call.ended_because}</Fact>}
        {call.transferred_to && <Fact name="Put through to">{phoneText(call.transferred_to)}</Fact>}
        <Fact name="Number dialed">{phoneText(call.to_number)}</Fact>
        <Fact name="Caller's mood">
          <Sentiment sentiment={call.sentiment} />
        </Fact>
        <Fact name="Look-ups">{call.lookups}</Fact>
        <Fact name="Cost">{costText(call.cost_cents)}</Fact>
      </dl>
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-3">
      <dt class="text-sm leading-6 text-soft">{name}</dt>
      <dd class="tabular">{children}</dd>
    </div>
  );
}

/** The phone service gives it in cents, with fractions. */
function costText(cents: number | null): string {
  if (cents === null) return "Not known yet";
  return (cents / 100).toLocaleString("en-US", { style: "currency", currency: "USD" });
}
