import type { PhoneNumber } from "../replies.ts";
import { dateFormat } from "../times/date-format.ts";

/** Whether a call has ever reached the agent through this number. */
export function proofWords({ verified_at }: PhoneNumber): string {
  if (verified_at === null) return "No call has arrived yet.";
  return `First call arrived on ${dateFormat("en-US", { month: "long", day: "numeric" }).format(verified_at)}.`;
}
