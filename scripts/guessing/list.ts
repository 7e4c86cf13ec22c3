import { SURNAMES } from "../../worker/reservations/name/surnames.ts";
import type { Match } from "../../worker/reservations/store/lookups.ts";
import type { Random } from "./random.ts";

/**
 * How a company numbers its bookings: with the day of the pick-up in front, counted up as bookings come in, or counted
 * up in the order of the pick-ups, so that near numbers have near days.
 */
export const NUMBERINGS = ["dated", "counted up", "by pick-up"] as const;
export type Numbering = (typeof NUMBERINGS)[number];

export const DAY_MS = 86_400_000;
/** The names, the most common first: the first has one passenger in a hundred, as Smith and Garcia have in the US. */
const NAMES = [...SURNAMES];
const FLATTENS = 20;
const WEIGHTS = NAMES.map((_, rank) => 1 / (rank + FLATTENS) ** 0.8);
const TOTAL = WEIGHTS.reduce((sum, weight) => sum + weight, 0);
export const COMMONEST_NAME = NAMES[0] ?? "";
export const SHARE_OF_COMMONEST = (WEIGHTS[0] ?? 0) / TOTAL;

const SOON_DAYS = 9; // bookings are made some nine days ahead on average
const PAST_DAYS = 7; // rides of the last week are still in a list

/** A list of `size` bookings around `now`; every fifth passenger has a way back. */
export function makeList(size: number, numbering: Numbering, now: number, random: Random): Match[] {
  const rides = Array.from({ length: size }, (_, at) => {
    const ahead = -Math.log(1 - random()) * SOON_DAYS - (random() < 0.3 ? PAST_DAYS * random() : 0);
    return { passenger: random() < 0.2 && at > 0 ? at - 1 : at, pickupAt: Math.round(now + ahead * DAY_MS) };
  });
  const passengers = rides.map((_, at) => ({ name: lastName(random), phone: phoneNumber(at) }));
  const numbered = numbering === "counted up" ? rides : rides.toSorted((a, b) => a.pickupAt - b.pickupAt);
  return numbered.map(({ passenger, pickupAt }, at) => {
    const { name, phone } = passengers[passenger] ?? { name: COMMONEST_NAME, phone: phoneNumber(0) };
    const day = new Date(pickupAt).toISOString().slice(0, 10).replaceAll("-", "");
    const number = numbering === "dated" ? `RES-${day}-${String(at % 100).padStart(4, "0")}` : String(48_000 + at);
    return booking(number, `Robin ${name}`, phone, pickupAt);
  });
}

/** Picks a name by its share: each random number stands for the name at that place of the distribution. */
function lastName(random: Random): string {
  let left = random() * TOTAL;
  for (const [rank, weight] of WEIGHTS.entries()) {
    left -= weight;
    if (left <= 0) return NAMES[rank] ?? COMMONEST_NAME;
  }
  return COMMONEST_NAME;
}

function phoneNumber(at: number): string {
  return `+1${201 + Math.floor(at / 100)}55501${String(at % 100).padStart(2, "0")}`;
}

function booking(confirmationNumber: string, customerName: string, phoneE164: string, pickupAt: number): Match {
  return {
    confirmationNumber,
    confirmationKey: confirmationNumber.replaceAll("-", ""),
    customerName,
    phoneE164,
    secondPhoneE164: null,
    pickupAt,
    pickupKind: "time",
    dropoffAt: null,
    flightAt: null,
    pickupAddress: null,
    dropoffLocation: null,
    terminal: null,
    direction: null,
    flightInfo: null,
    specialInstructions: null,
    vehicleAssigned: null,
    driverAssigned: null,
    numPassengers: 1,
    status: "confirmed",
    statusText: null,
    driver: "none",
  };
}
