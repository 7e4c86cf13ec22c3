import { e164 } from "../lib/e164.ts";
import { log } from "../lib/log.ts";
import { type NumberScope, scopeOfDialledNumber, scopeOfUser, type UserScope } from "./scope.ts";

type SignedCall = {
  to_number?: string | null | undefined;
  from_number?: string | null | undefined;
  direction?: string | null | undefined;
  metadata?: Record<string, unknown> | null | undefined;
};

/** The tenant of a call event that passed the signature gate: whoever owns our side's number of the call. */
export function scopeOfCall(call: SignedCall): NumberScope {
  const ours = call.direction === "outbound" ? call.from_number : call.to_number;
  return scopeOfDialledNumber(e164(ours ?? "") ?? ""); // a web call has no numbers, and so no company
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
