import * as z from "zod";
import { countryOfZone } from "../phone/country.ts";
import { toE164 } from "../phone/to-e164.ts";
import type { Services } from "../services.ts";
import { companyZone } from "../settings/company-zone.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { argument } from "./argument.ts";
import { checkReservation } from "./check-reservation.ts";
import { checkReservationArgs } from "./check-reservation-args.ts";
import type { LookupAnswer } from "./lookup-answer.ts";

/** What an operator tries out: the agent's own arguments, and the number that the caller would be calling from. */
export const testLookupArgs = z.object({
  confirmation_number: checkReservationArgs.shape.confirmation_number,
  telephone: checkReservationArgs.shape.telephone,
  last_name: checkReservationArgs.shape.last_name,
  pickup_date: checkReservationArgs.shape.pickup_date,
  caller_number: argument(),
});

/**
 * What the agent would be told: the same look-up for the operator's own company. Nothing is counted as a miss, because
 * nobody called.
 */
export async function testLookup(
  scope: UserScope,
  services: Services,
  { caller_number, ...args }: z.output<typeof testLookupArgs>,
): Promise<{ answer: LookupAnswer; milliseconds: number }> {
  const country = countryOfZone(await companyZone(scope, services.db));
  const callerId = caller_number ? toE164(caller_number, country) : null;
  const caller = { scope, callId: null, callerId, country, countedAs: null, assertClaims: () => undefined };
  const started = performance.now();
  const { answer } = await checkReservation(caller, services, {
    ...args,
    user_id: undefined,
    business_hours_start: undefined,
    business_hours_end: undefined,
  });
  return { answer, milliseconds: Math.round((performance.now() - started) * 10) / 10 };
}
