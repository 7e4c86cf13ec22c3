import { CircleCheck, PhoneCall, PhoneForwarded, PhoneMissed, TriangleAlert } from "lucide-preact";
import type { Outcome } from "../calls/call-replies.ts";
import { Badge } from "./Badge.tsx";

/** How a call ended, in an operator's words, in the order of the filter. */
export const OUTCOMES = {
  live: { icon: PhoneCall, words: "Live now", tone: "text-accent-ink" },
  answered: { icon: CircleCheck, words: "Answered", tone: "text-success" },
  transferred: { icon: PhoneForwarded, words: "Transferred", tone: "text-info" },
  missed: { icon: PhoneMissed, words: "Missed", tone: "text-warning" },
  failed: { icon: TriangleAlert, words: "Failed", tone: "text-error" },
} as const satisfies Record<Outcome, object>;

export function CallOutcome({ outcome }: { outcome: Outcome }) {
  const { icon, words, tone } = OUTCOMES[outcome];
  return (
    <Badge icon={icon} tone={tone}>
      {words}
    </Badge>
  );
}
