import { unprovenClaim } from "../db/directory/numbers.ts";
import type { Services } from "../services.ts";
import { scopeOfUser } from "./scope.ts";

/**
 * Another company's claim to a number, made before `before` (epoch milliseconds) and never proven by a call, with a scope
 * to end it so that the real holder can take the number over. Null if there is no such claim.
 */
export async function claimToTakeOver(services: Services, phoneNumber: string, before: number) {
  const claim = await unprovenClaim(services.db, phoneNumber, before);
  return claim && { ...claim, scope: scopeOfUser(claim.userId) };
}
