import { type NumberScope, scopeOfDialledNumber } from "./scope.ts";

/** The tenant of a ring that passed the signature gate: whoever owns the number that was dialled. */
export function scopeOfRing(ring: { dialled: string }): NumberScope {
  return scopeOfDialledNumber(ring.dialled);
}
