import { byName, keysWhere } from "../lib/field-table.ts";
import { RESERVATION_COLUMNS } from "../reservations/fields.ts";
import { sayPickup } from "../reservations/say-pickup.ts";
import type { Match } from "../reservations/store/lookups.ts";
import type { Transfer } from "../reservations/transfer.ts";
import { sayBriefly, sayReservation, sayWhen } from "./say-reservation.ts";

// Retell cuts an answer after 15,000 characters (Retell contract 3.2): all fields at their longest stay below it.
const LONGEST_FIELD = 400;
const LONGEST_SUMMARY = 2_000;
const HEARD_AS_LISTED = keysWhere(RESERVATION_COLUMNS, "lookUp", "tell");
const MOST_OTHERS = 5; // nobody listens to more

const NOT_FOUND = {
  unknown_company:
    "No company could be matched to this call, so nothing can be looked up. Apologise and ask the caller to call back.",
  nothing_asked: "Ask the caller for the confirmation number, or for the phone number on the reservation.",
  telephone_unreadable:
    "That phone number is not complete. Ask for it again with its area code, or ask for the confirmation number.",
  no_match:
    "No reservation was found with these details. Read back digit by digit what you looked up, with every zero, and ask if it is right. If it is, try the phone number on the reservation or offer to take a message.",
  unclear:
    "More than one reservation fits what was said. Ask the caller to say the number again, one digit or letter at a time. If it still fits more than one, ask for the phone number on the reservation instead, or offer to take a message.",
  locked:
    "There were too many look-ups. Look nothing up again in this call. Say that the office will check it, and offer to take a message.",
};

type Reason = keyof typeof NOT_FOUND;

/** The reasons for which nothing could be looked up. */
const ASKED_AGAIN: Reason[] = ["nothing_asked", "telephone_unreadable", "unclear"];

/**
 * The answer to the agent. Not found: `found:false`, `message`. Found: the fields of the proof of concept and a few more.
 */
export type LookupAnswer =
  | ReturnType<typeof notFoundAnswer>
  | ReturnType<typeof moreNeededAnswer>
  | ReturnType<typeof foundAnswer>;

export function notFoundAnswer(reason: Reason) {
  return {
    ...nothingTold(NOT_FOUND[reason]),
    ...(reason === "locked" && { locked: true }),
    ...(ASKED_AGAIN.includes(reason) && { asked_more: true }),
  };
}

/** @param question what to ask the caller for */
export function moreNeededAnswer(question: string) {
  return { ...nothingTold(question), verification_required: true };
}

function nothingTold(message: string) {
  return {
    found: false as const,
    message,
    driver_phone: "", // always there: Retell keeps the last value of a response variable otherwise
    transfer_available: false,
  };
}

type Found = {
  match: Match;
  /** The confirmation number that matched nothing, if the telephone number found this booking instead. */
  askedNumber: string | null;
  others: Match[];
  clock: { timezone: string; now: number };
  transfer: Transfer;
  open: boolean;
  hoursNote: string;
  fresh: boolean;
  asOf: string;
  /** Whether callers must hear the age of the list together with the booking. */
  sayAsOf: boolean;
};

export function foundAnswer(found: Found) {
  const { match, others, askedNumber, clock, transfer, open, hoursNote, fresh, asOf, sayAsOf } = found;
  const opening = `${otherNumber(askedNumber)}${sayAsOf ? `As of ${asOf}: ` : ""}`;
  return {
    found: true as const,
    summary: `${opening}${sayReservation(match, clock)}`.slice(0, LONGEST_SUMMARY),
    ...asListed(match),
    status: text(match.statusText ?? match.status),
    pickup_time: sayPickup(match, clock.timezone, clock.now),
    dropoff_time: sayWhen(match.dropoffAt, clock),
    flight_time: sayWhen(match.flightAt, clock),
    num_passengers: match.numPassengers,
    within_business_hours: open,
    business_hours_note: hoursNote,
    data_fresh: fresh,
    data_as_of: asOf,
    driver_phone: transfer.phone,
    transfer_available: transfer.available,
    transfer_reason: transfer.reason,
    other_reservations: others.slice(0, MOST_OTHERS).map((other) => sayBriefly(other, clock).slice(0, 300)),
  };
}

/** What callers hear exactly as it is in the list. */
function asListed(match: Match) {
  const texts = HEARD_AS_LISTED.map((column) => [column, text(match[column])]);
  return byName(
    RESERVATION_COLUMNS,
    HEARD_AS_LISTED,
    Object.fromEntries(texts) as Record<(typeof HEARD_AS_LISTED)[number], string>,
  );
}

function text(value: string | null): string {
  return (value ?? "").slice(0, LONGEST_FIELD);
}

function otherNumber(asked: string | null): string {
  return asked === null
    ? ""
    : `There is no reservation with the number ${asked.slice(0, 40)}, but one under that telephone. `;
}
