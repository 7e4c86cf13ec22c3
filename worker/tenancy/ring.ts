import { type NumberScope, scopeOfDialledNumber } from "./scope.ts";

/** The tenant of a ring that passed the signature gate: whoever owns the dialled number. */
export function scopeOfRing(ring: { dialled: string }): NumberScope {
  return scopeOfDialledNumber(ring.dialled);
}
