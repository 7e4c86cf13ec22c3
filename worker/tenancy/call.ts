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

/** The tenant of a call that passed the signature gate: whoever owns our side's number of the call. */
export function scopeOfCall(call: SignedCall): NumberScope {
  return scopeOfDialledNumber(sidesOf(call).ours);
}

/**
 * The two ends of a call: our number (E.164; "" for a web call, which has none and so no company) and the other one as it
 * was sent. A company that calls somebody calls from its number; who answers may well be a customer of another company.
 */
export function sidesOf({ direction, from_number, to_number }: SignedCall): { ours: string; theirs: string | null } {
  const [ours, theirs] = direction === "outbound" ? [from_number, to_number] : [to_number, from_number];
  return { ours: ownNumber(ours) ?? "", theirs: theirs ?? null };
}

/**
 * The company that our own webhook put into the call's metadata when it rang. A number may have been removed, or have
 * gone to another company, before the last event of a call comes: what was said belongs to the company that was called.
 * @param owner who has the number now, null when nobody has
 */
export function scopeAtTheRing(call: SignedCall, owner: string | null): UserScope | null {
  const named = call.metadata?.tenant_id;
  if (typeof named !== "string" || named === "" || named === owner) return null;
  log("tenant_mismatch", { tenant: owner, where: "call_event" });
  return scopeOfUser(named);
}
