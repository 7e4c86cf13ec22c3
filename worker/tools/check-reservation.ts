import type { CountryCode } from "libphonenumber-js/min";
import { quietly } from "../lib/quietly.ts";
import { confirmationCandidates } from "../reservations/confirmation-candidates.ts";
import { heardPhone } from "../reservations/heard-phone.ts";
import { isRepeated, NOTHING_COUNTED } from "../reservations/look-up-limits.ts";
import { raiseAlarm } from "../reservations/raise-alarm.ts";
import { settleLookUp } from "../reservations/store/counted-look-ups.ts";
import { type Lookup, lookUp } from "../reservations/store/lookups.ts";
import type { Services } from "../services.ts";
import { LEGACY_CALLER, type ToolCaller } from "../tenancy/tool-gate.ts";
import type { CheckReservationArgs } from "./check-reservation-args.ts";
import { type Decided, decideLookUp, type SaidToLookUp } from "./decide-look-up.ts";
import { type LookupAnswer, notFoundAnswer } from "./lookup-answer.ts";

/**
 * The agent's look-up (plan 4.1): finds the caller's booking in the current list of the company that was dialled. It
 * takes one round trip, in which it is counted before it is answered. What it counts as is recorded after the answer.
 * @throws AppError 403 when the call or its arguments claim another company than the dialled one
 */
export async function checkReservation(
  caller: ToolCaller,
  services: Services,
  args: CheckReservationArgs,
): Promise<{ outcome: string; tenant: string | null; answer: LookupAnswer }> {
  const now = services.now();
  const said = whatWasSaid(args, caller.country);
  const asksNothing = said.candidates.length === 0 && said.phoneE164 === null;
  const arrival =
    caller.countedAs === null || asksNothing ? null : { id: crypto.randomUUID(), caller: caller.countedAs };
  const lookup = await lookUp(caller.scope, services.db, {
    keys: { confirmationKeys: said.candidates.map(({ key }) => key), phoneE164: said.phoneE164 },
    arrival,
    now,
  });
  if (!lookup) return { outcome: "unknown_number", tenant: null, answer: notFoundAnswer("unknown_company") };
  caller.assertClaims(lookup.company.userId, args.user_id);
  const known = caller.countedAs === LEGACY_CALLER ? withoutCaller(lookup) : lookup;
  const decided = decideLookUp(known, said, { args, callerId: caller.callerId, now });
  if (arrival)
    services.defer(() => quietly("look_up_not_settled", settle(caller, services, arrival.id, known, decided)));
  return { outcome: decided.outcome, tenant: lookup.company.userId, answer: decided.answer };
}

function whatWasSaid({ confirmation_number, telephone }: CheckReservationArgs, country: CountryCode): SaidToLookUp {
  const confirmation = confirmation_number ?? null;
  return {
    confirmation,
    candidates: confirmation ? confirmationCandidates(confirmation) : [],
    phoneE164: telephone ? heardPhone(telephone, country) : null,
  };
}

/** The old agent does not say who calls, so all its callers are limited together, as the company's. */
function withoutCaller(lookup: Lookup): Lookup {
  return { ...lookup, counted: { ...lookup.counted, caller: NOTHING_COUNTED.caller } };
}

async function settle(
  { scope }: ToolCaller,
  services: Services,
  id: string,
  { counted }: Lookup,
  { counts, alarm }: Decided,
): Promise<void> {
  // Asking again about the same passenger adds no row, so that asking over and over does not fill the table.
  const repeated = counts?.result === "heard" && isRepeated(counted.caller, counts.person, services.now());
  await settleLookUp(scope, services.db, id, repeated ? null : counts);
  if (alarm) await raiseAlarm(scope, services, alarm);
}
