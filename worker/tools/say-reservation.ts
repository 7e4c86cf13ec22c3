import type { Match } from "../db/lookups.ts";
import { sayTime } from "../hours/say-time.ts";

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

function sayState(match: Match, clock: Clock): string {
  const when = sayWhen(match.pickupAt, clock);
  const pickup = when
    ? ` The pick-up ${isPast(match, clock) ? "was" : "is"} ${when}`
    : " The pick-up time is not listed";
  const from = match.pickupAddress ? ` at ${match.pickupAddress}.` : ".";
  if (match.status === "cancelled")
    return when ? `is cancelled. Its pick-up would have been ${when}.` : "is cancelled.";
  if (match.status === "completed") return `is completed.${pickup}${from}`;
  if (match.status === "no_show") return `is closed as a no-show.${pickup}${from}`;
  if (isPast(match, clock)) return `has its pick-up time in the past.${pickup}${from}`;
  return `is ${match.statusText ?? match.status.replace("_", " ")}.${pickup}${from}`;
}

function sayDetails(match: Match, { timezone, now }: Clock): string[] {
  if (match.status === "cancelled") return [];
  const details: string[] = [];
  if (match.dropoffLocation) details.push(`It goes to ${match.dropoffLocation}.`);
  if (match.flightInfo)
    details.push(`Flight ${match.flightInfo}${match.terminal ? `, terminal ${match.terminal}` : ""}.`);
  else if (match.terminal) details.push(`Terminal ${match.terminal}.`);
  if (isPast(match, { timezone, now })) return details;
  details.push(match.driverAssigned ? `The driver is ${match.driverAssigned}.` : "No driver is assigned yet.");
  if (match.vehicleAssigned) details.push(`The vehicle is ${match.vehicleAssigned}.`);
  return details;
}

function isPast(match: Match, { now }: Clock): boolean {
  return match.pickupAt !== null && match.pickupAt < now;
}
