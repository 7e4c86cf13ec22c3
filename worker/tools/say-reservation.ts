import { sayDay, sayTime } from "../hours/say-time.ts";
import { ridePhase } from "../reservations/ride-phase.ts";
import { sayPickup } from "../reservations/say-pickup.ts";
import type { ReservationStatus } from "../reservations/status.ts";
import type { Match } from "../reservations/store/lookups.ts";

type Clock = { timezone: string; now: number };

/** The booking in two or three sentences, as the agent says it. What the list does not have is left out. */
export function sayReservation(match: Match, clock: Clock): string {
  const who = match.customerName ? ` for ${match.customerName}` : "";
  const which = match.confirmationNumber ? `Reservation ${match.confirmationNumber}` : "The reservation";
  return [`${which}${who} ${sayState(match, clock)}`, ...sayDetails(match, clock)].join(" ");
}

/** One booking among others, in a few words. */
export function sayBriefly(match: Match, clock: Clock): string {
  const state = match.status === "cancelled" ? "cancelled, was " : "";
  const which = match.confirmationNumber || match.customerName || "Without a number";
  const when = sayPickup(match, clock.timezone, clock.now) || "at a time not listed";
  return `${which}: ${state}${match.pickupKind === "appointment" ? "" : "pick-up "}${when}`;
}

/** A time as callers hear it, "" when there is none. */
export function sayWhen(at: number | null, { timezone, now }: Clock): string {
  return at === null ? "" : sayTime(at, timezone, now);
}

const STATES: Record<ReservationStatus, string> = {
  pending: "is pending",
  confirmed: "is confirmed",
  assigned: "is assigned",
  en_route: "has its driver on the way",
  on_location: "has its driver waiting at the pick-up",
  in_car: "is on the road with its passenger",
  completed: "is completed",
  cancelled: "is cancelled",
  no_show: "is closed as a no-show",
  unknown: "has a status that the office has to confirm",
};
const SAID_IN_OUR_WORDS: ReservationStatus[] = ["en_route", "on_location", "in_car", "completed", "no_show"];

function sayState(match: Match, clock: Clock): string {
  const phase = ridePhase(match, clock.now);
  if (phase === "cancelled") return sayCancelled(match, clock);
  const state =
    phase === "over" && match.status !== "completed" && match.status !== "no_show"
      ? "lies in the past"
      : sayStatus(match);
  return `${state}. ${sayWhenAndWhere(match, clock)}`;
}

function sayCancelled({ pickupAt, pickupKind }: Match, { timezone, now }: Clock): string {
  if (pickupAt === null) return "is cancelled.";
  if (pickupKind !== "time") return `is cancelled. It would have been ${sayDay(pickupAt, timezone, now)}.`;
  return `is cancelled. Its pick-up would have been ${sayTime(pickupAt, timezone, now)}.`;
}

/** Says that a time is open or that it is an appointment, because neither tells when the car comes. */
function sayWhenAndWhere(match: Match, { timezone, now }: Clock): string {
  const { pickupAt, pickupKind, pickupAddress } = match;
  const when = sayPickup(match, timezone, now);
  if (when === "") return `The pick-up time is not listed${pickupAddress ? ` at ${pickupAddress}.` : "."}`;
  const where = pickupAddress ? ` The pick-up is at ${pickupAddress}.` : "";
  if (pickupKind === "appointment") return `The passenger is ${when}. The pick-up time is not listed.${where}`;
  if (pickupKind === "day") return `The pick-up is ${when}.${where}`;
  const passed = pickupAt !== null && pickupAt < now;
  return `The pick-up ${passed ? "was due" : "is"} ${when}${pickupAddress ? ` at ${pickupAddress}.` : "."}`;
}

/** The dispatch system's own word, unless ours says more. */
function sayStatus(match: Match): string {
  if (match.status === "unknown") {
    const word = match.statusText ? `is listed as “${match.statusText}”, and` : "has a status that is not known, and";
    return `${word} the office has to confirm the status`;
  }
  return match.statusText && !SAID_IN_OUR_WORDS.includes(match.status)
    ? `is ${match.statusText}`
    : STATES[match.status];
}

function sayDetails(match: Match, { now }: Clock): string[] {
  const phase = ridePhase(match, now);
  if (phase === "cancelled") return [];
  const details: string[] = [];
  if (match.dropoffLocation) details.push(`It goes to ${match.dropoffLocation}.`);
  if (match.flightInfo)
    details.push(`Flight ${match.flightInfo}${match.terminal ? `, terminal ${match.terminal}` : ""}.`);
  else if (match.terminal) details.push(`Terminal ${match.terminal}.`);
  if (phase === "over") return details;
  details.push(match.driverAssigned ? `The driver is ${match.driverAssigned}.` : "No driver is assigned yet.");
  if (match.vehicleAssigned) details.push(`The vehicle is ${match.vehicleAssigned}.`);
  return details;
}
