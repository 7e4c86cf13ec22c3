import { PhoneIncoming, PhoneOff } from "lucide-preact";
import { RING_OUTCOMES } from "../../worker/inbound/ring-outcomes.ts";
import { phoneText } from "../../worker/phone/phone-text.ts";
import { forwardWords } from "../calls/forward-reasons.ts";
import { Card } from "../components/Card.tsx";
import type { Overview } from "../replies.ts";
import { ago } from "../times/moment.ts";

type Props = { ring: Overview["last_ring"]; zone: string | undefined; now: number; hasNumber: boolean };

export function LastCall({ ring, zone, now, hasNumber }: Props) {
  return (
    <Card title="Last call">
      {ring ? <Ring ring={ring} zone={zone} now={now} /> : <NoCallYet hasNumber={hasNumber} />}
    </Card>
  );
}

function Ring({ ring, zone, now }: { ring: NonNullable<Props["ring"]>; zone: string | undefined; now: number }) {
  const Icon = ring.outcome === "rejected" ? PhoneOff : PhoneIncoming;
  const reason = forwardWords(ring.forward_reason);
  return (
    <div class="flex gap-4">
      <span class="grid size-11 shrink-0 place-items-center rounded-full bg-base-200 text-accent-ink">
        <Icon size={20} aria-hidden="true" />
      </span>
      <div class="min-w-0">
        <p class="tabular text-lg font-semibold">
          {ring.from_number ? phoneText(ring.from_number) : "Withheld number"}
        </p>
        <p class="text-soft">
          <time dateTime={new Date(ring.received_at).toISOString()} class="first-letter:uppercase inline-block">
            {ago(ring.received_at, zone, now)}
          </time>
        </p>
        <p class="mt-2">
          {RING_OUTCOMES[ring.outcome]}
          {reason && `: ${reason}`}
        </p>
      </div>
    </div>
  );
}

function NoCallYet({ hasNumber }: { hasNumber: boolean }) {
  return (
    <p class="text-soft">
      {hasNumber
        ? "No calls yet. Call your number from a mobile phone. The call appears here within seconds."
        : "No calls yet. The first one appears here within seconds."}
    </p>
  );
}
