import { sayTime } from "../hours/say-time.ts";
import { ridePhase } from "../reservations/ride-phase.ts";
import type { ReservationStatus } from "../reservations/status.ts";
import type { Match } from "../reservations/store/lookups.ts";

type Clock = { timezone: string; now: number };

/** The booking in two or three sentences, as the agent says it. What the list does not have is left out. */
export function sayReservation(match: Match, clock: Clock): string {
  const who = match.customerName ? ` for ${match.customerName}` : "";
  const opening = `Reservation ${match.confirmationNumber}${who}`;
  return [`${opening} ${sayState(match, clock)}`, ...sayDetails(match, clock)].join(" ");
}

/** One booking among others, in a few words. */
export function sayBriefly(match: Match, clock: Clock): string {
  const state = match.status === "cancelled" ? "cancelled, was " : "";
  return `${match.confirmationNumber}: ${state}pick-up ${sayWhen(match.pickupAt, clock) || "at a time not listed"}`;
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
};
const SAID_IN_OUR_WORDS: ReservationStatus[] = ["en_route", "on_location", "in_car", "completed", "no_show"];

function sayState(match: Match, clock: Clock): string {
  const when = sayWhen(match.pickupAt, clock);
  const phase = ridePhase(match, clock.now);
  if (phase === "cancelled") return when ? `is cancelled. Its pick-up would have been ${when}.` : "is cancelled.";
  const passed = match.pickupAt !== null && match.pickupAt < clock.now;
  const pickup = when ? `The pick-up ${passed ? "was due" : "is"} ${when}` : "The pick-up time is not listed";
  const state =
    phase === "over" && match.status !== "completed" && match.status !== "no_show"
      ? "lies in the past"
      : sayStatus(match);
  return `${state}. ${pickup}${match.pickupAddress ? ` at ${match.pickupAddress}.` : "."}`;
}

/** The dispatch system's own word, unless ours says more. */
function sayStatus(match: Match): string {
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
