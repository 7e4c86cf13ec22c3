import { ridePhase } from "./ride-phase.ts";
import { UNDER_WAY } from "./status.ts";
import type { Match } from "./store/lookups.ts";

const HOUR_MS = 3_600_000;

type Circumstances = { transferEnabled: boolean; importedAt: number | null; freshHours: number; now: number };

/** Whether a caller may be put through to the driver now, with the reason in words the agent can say. */
export type Transfer = { available: boolean; phone: string; reason: string };

/**
 * The old agent's rule (plan phase 4): the company allows it, the list is fresh, and the booking's one driver has a
 * phone. Asked only for a caller who passed verification.
 */
export function driverTransfer(
  match: Match,
  { transferEnabled, importedAt, freshHours, now }: Circumstances,
): Transfer {
  if (!transferEnabled) return no("This company does not connect callers to drivers.");
  const phase = ridePhase(match, now);
  if (phase === "cancelled") return no("The reservation is cancelled, so there is no driver to connect to.");
  if (phase === "over") return no("The ride is over, so its driver cannot be connected.");
  if (match.status === "unknown")
    return no("The office has to confirm the status of this ride first, so nobody can be connected.");
  if (match.pickupKind === "day" && !UNDER_WAY.includes(match.status))
    return no("The time of this ride is still open, so there is no driver to connect to yet.");
  if (!isFresh(importedAt, freshHours, now))
    return no("The driver list is not up to date, so nobody can be connected.");
  if (!match.driverAssigned) return no("No driver is assigned yet.");
  if (match.driver === "ambiguous") return no("It is not clear which driver it is, so nobody can be connected.");
  if (match.driver === "none" || match.driver === "no_phone") return no("There is no phone number for the driver.");
  return { available: true, phone: match.driver, reason: "The driver can be connected." };
}

/** Whether the current list is younger than the company's limit. No list at all is not fresh. */
export function isFresh(importedAt: number | null, freshHours: number, now: number): boolean {
  return importedAt !== null && now - importedAt < freshHours * HOUR_MS;
}

function no(reason: string): Transfer {
  return { available: false, phone: "", reason };
}
