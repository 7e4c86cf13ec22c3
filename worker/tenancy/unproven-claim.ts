import { unprovenClaim } from "../db/directory.ts";
import type { Services } from "../services.ts";
import { scopeOfUser } from "./scope.ts";

/**
 * Another company's claim to a number that no call has proven since before `before` (epoch milliseconds), with the scope
 * to end it: whoever really has the number may take it over. Null when there is none such.
 */
export async function claimToTakeOver(services: Services, phoneNumber: string, before: number) {
  const claim = await unprovenClaim(services.db, phoneNumber, before);
  return claim && { ...claim, scope: scopeOfUser(claim.userId) };
}
