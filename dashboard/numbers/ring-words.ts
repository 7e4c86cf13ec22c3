import type { RingOutcome } from "../../worker/inbound/ring-outcomes.ts";
import { forwardWords } from "../calls/forward-reasons.ts";
import { numberText } from "./number-text.ts";

type Ring = { from_number: string | null; forward_reason: string | null; milliseconds: number; outcome: RingOutcome };

/** A received call in sentences: who called, how the call came, how long the answer took. */
export function ringWords({ from_number, forward_reason, milliseconds, outcome }: Ring): string[] {
  return [
    from_number ? `From ${numberText(from_number)}.` : "From a withheld number.",
    howItCame(forward_reason),
    outcome === "rejected"
      ? "You blocked this caller, so your agent turned the call away."
      : `Your agent was ready after ${seconds(milliseconds)}.`,
  ];
}

function howItCame(reason: string | null): string {
  if (!reason) return "It came directly to your agent, without forwarding.";
  const words = forwardWords(reason);
  return words ? `It was forwarded to your agent: ${words}.` : "It was forwarded to your agent.";
}

function seconds(milliseconds: number): string {
  const rounded = Math.max(0.1, Math.round(milliseconds / 100) / 10);
  return rounded === 1 ? "1 second" : `${rounded} seconds`;
}
