import { FINAL_STATUSES } from "../calls/call-status.ts";
import { reasonsFor } from "../calls/ended-because.ts";

/** A call that is shorter than this is free: somebody has dialled the wrong number or hung up at the greeting. */
const FREE_UNDER_MS = 6_000;

/** Calls that are free, in the words of docs/billing.md. */
export const FREE_CALLS = {
  proof: "It was the call that proved that your number reaches the agent.",
  own_phone: "It came from the operator's own phone, so it was a test.",
  rejected: "The agent did not take the call.",
  short: "It lasted less than 6 seconds.",
} as const;

export type FreeCall = keyof typeof FREE_CALLS;

/** What is known of a call, in Retell's words. Epoch milliseconds. */
export type CallFacts = {
  status: string;
  disconnectionReason: string | null;
  startedAt: number | null;
  endedAt: number | null;
  durationMs: number | null;
};

/** Whether the call is over, so that it can be billed. */
export function isFinished({ status, endedAt, disconnectionReason }: CallFacts): boolean {
  return FINAL_STATUSES.some((final) => final === status) || endedAt !== null || disconnectionReason !== null;
}

/**
 * The published rule (docs/billing.md): a call is billed by whole minutes that have begun, and some calls are free.
 * @param test why the call was a test, if it was one
 */
export function billedMinutes(call: CallFacts, test: FreeCall | null): { minutes: number; free: FreeCall | null } {
  const free = test ?? freeBecause(call);
  return { minutes: free === null ? Math.ceil(lengthOf(call) / 60_000) : 0, free };
}

function freeBecause(call: CallFacts): FreeCall | null {
  if (call.status === "not_connected" || NOT_TAKEN.has(call.disconnectionReason ?? "")) return "rejected";
  return lengthOf(call) < FREE_UNDER_MS ? "short" : null;
}

const NOT_TAKEN = new Set(reasonsFor("missed"));

function lengthOf({ startedAt, endedAt, durationMs }: CallFacts): number {
  if (durationMs !== null) return Math.max(durationMs, 0);
  return startedAt === null || endedAt === null ? 0 : Math.max(endedAt - startedAt, 0);
}
