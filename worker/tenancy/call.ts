import { e164 } from "../lib/e164.ts";
import { type NumberScope, scopeOfDialledNumber } from "./scope.ts";

/** The tenant of a call event that passed the signature gate. A web call has no numbers, and so no company. */
export function scopeOfCall(call: { to_number?: string | null | undefined }): NumberScope {
  return scopeOfDialledNumber(e164(call.to_number ?? "") ?? "");
}
