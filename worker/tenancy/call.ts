import { log } from "../lib/log.ts";
import { ownNumber } from "../phone/caller-id.ts";
import { type NumberScope, scopeOfDialledNumber, scopeOfUser, type UserScope } from "./scope.ts";

/** What Retell signed of a call, as far as it says whose call it is. */
export type SignedCall = {
  to_number?: string | null | undefined;
  from_number?: string | null | undefined;
  direction?: string | null | undefined;
  metadata?: Record<string, unknown> | null | undefined;
};

/** The tenant of a call that passed the signature gate: whoever owns the number on our side of the call. */
export function scopeOfCall(call: SignedCall): NumberScope {
  return scopeOfDialledNumber(sidesOf(call).ours);
}

/**
 * The two ends of a call: our number (E.164; "" for a web call, which has no number and so no company) and the other
 * number as it was sent. On an outbound call ours is the calling one; whoever answers may be a customer of another
 * company.
 */
export function sidesOf({ direction, from_number, to_number }: SignedCall): { ours: string; theirs: string | null } {
  const [ours, theirs] = direction === "outbound" ? [from_number, to_number] : [to_number, from_number];
  return { ours: ownNumber(ours) ?? "", theirs: theirs ?? null };
}

/**
 * The company that our own webhook put into the call's metadata when it rang. By the time the last event comes, the
 * number may have been removed or moved to another company, but the call belongs to the company that was called.
 * @param owner the company that has the number now, or null
 */
export function scopeAtTheRing(call: SignedCall, owner: string | null): UserScope | null {
  const named = call.metadata?.tenant_id;
  if (typeof named !== "string" || named === "" || named === owner) return null;
  log("tenant_mismatch", { tenant: owner, where: "call_event" });
  return scopeOfUser(named);
}
