import { isLastName } from "./last-name.ts";
import { nameKey } from "./name.ts";
import { isPickupDay, type PickupDay } from "./pickup-date.ts";
import type { Match } from "./store/lookups.ts";
import type { VerificationRule } from "./verification-rules.ts";

/** What a caller gave, and the number they call from. Telephones in E.164; `confirmationKeys`: what they may have said. */
export type Said = {
  callerId: string | null;
  confirmationKeys: string[];
  telephone: string | null;
  lastName: string | null;
  pickupDays: PickupDay[];
};

/** What besides the number that a booking was found by can show that it is the caller's. */
type Detail = "caller_id" | "telephone" | "last_name" | "pickup_date";

type Circumstances = {
  timezone: string;
  /** All bookings that the look-up found, by number or by telephone. */
  found: Match[];
};

/**
 * The bookings that a caller may hear of. Confirmation numbers are often counted up, so a guessed one hits a stranger's
 * booking: with `second_factor` a detail of the booking must fit as well (docs/security.md).
 */
export function allowedMatches(rule: VerificationRule, found: Match[], said: Said, timezone: string): Match[] {
  if (rule === "confirmation_only") return found;
  return found.filter((match) => detailsThatCount(match, said, { timezone, found }).length > 0);
}

/**
 * Which of the details that a caller gave count for a booking: those that fit it and that do not follow from what was said
 * before. A telephone counts beside a number that fits too; what the booking was found by proves nothing twice.
 * @internal exported for its test
 */
export function detailsThatCount(match: Match, said: Said, { timezone, found }: Circumstances): Detail[] {
  const counts: Record<Detail, boolean> = {
    caller_id: hasPhone(match, said.callerId),
    telephone:
      said.confirmationKeys.includes(match.confirmationKey) &&
      hasPhone(match, said.telephone) &&
      isPersonal(said.telephone, found),
    last_name: said.lastName !== null && match.customerName !== null && isLastName(said.lastName, match.customerName),
    pickup_date: match.pickupAt !== null && isPickupDay(said.pickupDays, match.pickupAt, timezone),
  };
  return DETAILS.filter((detail) => counts[detail]);
}

const DETAILS: Detail[] = ["caller_id", "telephone", "last_name", "pickup_date"];

/**
 * Whether something was said that could have proved the caller: then a look-up that shows nothing is a miss, and counted.
 * A number or a telephone alone proves nothing, so it is only answered with a question.
 */
export function offeredDetail({ confirmationKeys, telephone, lastName, pickupDays }: Said): boolean {
  return lastName !== null || pickupDays.length > 0 || (confirmationKeys.length > 0 && telephone !== null);
}

const MOST_PASSENGERS = 3; // of a family; the desk phone of a hotel or an agency stands on many bookings and is no secret

function isPersonal(telephone: string | null, found: Match[]): boolean {
  const names = found
    .filter((match) => hasPhone(match, telephone))
    .map(({ customerName }) => nameKey(customerName ?? ""));
  return new Set(names).size <= MOST_PASSENGERS;
}

function hasPhone({ phoneE164, secondPhoneE164 }: Match, telephone: string | null): boolean {
  return telephone !== null && (telephone === phoneE164 || telephone === secondPhoneE164);
}
