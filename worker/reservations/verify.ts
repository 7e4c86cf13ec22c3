import { dayFollows, nameBeyond, phoneFollows } from "./follows-from-number.ts";
import { isLastName } from "./last-name.ts";
import { nameKey } from "./name.ts";
import { isPickupDay, type PickupDay } from "./pickup-date.ts";
import type { Match } from "./store/lookups.ts";
import type { Demand } from "./verification-rules.ts";

/**
 * What a caller gave, and the number they call from. Telephones in E.164; `confirmationKeys`: what they may have said.
 */
export type Said = {
  callerId: string | null;
  confirmationKeys: string[];
  telephone: string | null;
  lastName: string | null;
  pickupDays: PickupDay[];
};

/** What can show that a booking is the caller's, besides the number by which it was found. */
type Detail = "caller_id" | "telephone" | "last_name" | "pickup_date";

type Circumstances = {
  timezone: string;
  /** All bookings that the look-up found, by number or by telephone. */
  found: Match[];
};

/**
 * The bookings that a caller may hear about. Confirmation numbers are often counted up, so a guessed one hits a
 * stranger's booking. That is why details of the booking must fit as well (docs/security.md). The number somebody calls
 * from is always enough.
 */
export function allowedMatches(demand: Demand, found: Match[], said: Said, timezone: string): Match[] {
  const offer = offerOf(said, found); // the same for every booking, and a look-up waits for it
  return found.filter((match) => {
    const details = countingDetails(match, offer, timezone);
    const counted = details.filter((detail) => demand.dates || detail !== "pickup_date");
    return details.includes("caller_id") || counted.length >= demand.details;
  });
}

/**
 * Which of the details that a caller gave count for a booking: those that fit it and do not follow from what was said
 * before. What the booking was found by proves nothing twice, and a date beside a telephone is soon guessed.
 * @internal exported for its test
 */
export function detailsThatCount(match: Match, said: Said, { timezone, found }: Circumstances): Detail[] {
  return countingDetails(match, offerOf(said, found), timezone);
}

/** What was said beyond the number, and whether each telephone in it is one person's. */
type Offer = { said: Said; personal: { callerId: boolean; telephone: boolean } };

function offerOf(everything: Said, found: Match[]): Offer {
  const said = beyondTheNumber(everything);
  return {
    said,
    personal: { callerId: isPersonal(said.callerId, found), telephone: isPersonal(said.telephone, found) },
  };
}

function countingDetails(match: Match, { said, personal }: Offer, timezone: string): Detail[] {
  const numberSaid = said.confirmationKeys.includes(match.confirmationKey);
  const counts: Record<Detail, boolean> = {
    caller_id: personal.callerId && hasPhone(match, said.callerId),
    telephone: numberSaid && said.telephone !== said.callerId && personal.telephone && hasPhone(match, said.telephone),
    last_name: said.lastName !== null && match.customerName !== null && isLastName(said.lastName, match.customerName),
    pickup_date: numberSaid && match.pickupAt !== null && isPickupDay(said.pickupDays, match.pickupAt, timezone),
  };
  return DETAILS.filter((detail) => counts[detail]);
}

const DETAILS: Detail[] = ["caller_id", "telephone", "last_name", "pickup_date"];

/**
 * The details that were offered and could count, whatever the booking. If they are fewer than demanded, a look-up is
 * answered with a question, in the same words for a real and an invented number. If there are enough and they fit
 * nothing, that is a miss.
 */
export function offeredDetails(everything: Said, { dates }: Demand): Exclude<Detail, "caller_id">[] {
  const said = beyondTheNumber(everything);
  const numberSaid = said.confirmationKeys.length > 0;
  return [
    ...(numberSaid && said.telephone !== null ? (["telephone"] as const) : []),
    ...(said.lastName !== null ? (["last_name"] as const) : []),
    ...(numberSaid && dates && said.pickupDays.length > 0 ? (["pickup_date"] as const) : []),
  ];
}

/**
 * Leaves out what the confirmation number tells anybody who knows it, in any of the ways in which it may have been meant.
 */
function beyondTheNumber(said: Said): Said {
  const { confirmationKeys: keys, telephone, lastName, pickupDays } = said;
  return {
    ...said,
    telephone: telephone !== null && keys.some((key) => phoneFollows(key, telephone)) ? null : telephone,
    lastName: keys.reduce<string | null>((name, key) => (name === null ? null : nameBeyond(key, name)), lastName),
    pickupDays: pickupDays.filter((day) => !keys.some((key) => dayFollows(key, day))),
  };
}

// Enough for a family. The desk phone of a hotel or an agency is on many bookings and is no secret.
const MOST_PASSENGERS = 3;

function isPersonal(telephone: string | null, found: Match[]): boolean {
  const names = found
    .filter((match) => hasPhone(match, telephone))
    .map(({ customerName }) => nameKey(customerName ?? ""));
  return new Set(names).size <= MOST_PASSENGERS;
}

function hasPhone({ phoneE164, secondPhoneE164 }: Match, telephone: string | null): boolean {
  return telephone !== null && (telephone === phoneE164 || telephone === secondPhoneE164);
}
