import { ridePhase } from "./ride-phase.ts";
import type { Match } from "./store/lookups.ts";

/** What a search found, settled without guessing. */
export type Choice =
  | { kind: "none" }
  | { kind: "unclear" } // two bookings whose numbers differ in punctuation alone
  | { kind: "one"; match: Match; others: Match[]; byNumber: boolean };

/**
 * The booking a caller means. A confirmation number decides alone; without one (or when none has it) the telephone's
 * bookings are taken: the next ride first, then later ones, cancelled ones, and past ones from the latest back.
 */
export function choose(matches: Match[], said: { confirmation: string | null; keys: string[] }, now: number): Choice {
  const numbered = matches.filter((match) => said.keys.includes(match.confirmationKey));
  if (numbered.length === 0) return first(matches, now, false);
  const written = new Set(numbered.map((match) => match.confirmationNumber));
  const exact = numbered.filter(
    (match) => match.confirmationNumber.toUpperCase() === said.confirmation?.trim().toUpperCase(),
  );
  if (written.size > 1 && exact.length === 0) return { kind: "unclear" };
  return first(exact.length > 0 ? exact : numbered, now, true); // one number may have several legs
}

function first(matches: Match[], now: number, byNumber: boolean): Choice {
  const [match, ...others] = [...matches].sort((a, b) => order(a, now) - order(b, now));
  return match ? { kind: "one", match, others, byNumber } : { kind: "none" };
}

const FAR = 1e14; // beyond every instant in milliseconds: keeps the groups apart

function order(match: Match, now: number): number {
  const at = match.pickupAt ?? now + FAR / 100;
  const phase = ridePhase(match, now);
  if (phase === "cancelled") return FAR + Math.abs(at - now);
  return phase === "over" ? 3 * FAR - at : at;
}
