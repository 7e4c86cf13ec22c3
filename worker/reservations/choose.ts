import type { Candidate } from "./confirmation-candidates.ts";
import { ridePhase } from "./ride-phase.ts";
import type { Match } from "./store/lookups.ts";

/** What a search found, settled without guessing. */
export type Choice =
  | { kind: "none" }
  | { kind: "unclear" } // two bookings whose numbers differ in punctuation alone, or fit what was said equally well
  | { kind: "one"; match: Match; others: Match[]; byNumber: boolean };

/** What a caller gave as the number: their own words, and what these may stand for. */
export type SaidNumber = { words: string | null; candidates: Candidate[] };

/**
 * The booking a caller means. A confirmation number decides alone: as it is written, otherwise as it may have been
 * heard, otherwise with other zeros in front. Without a number, or if no booking has it, the telephone's bookings are
 * taken: the next ride first, then later ones, cancelled ones, and past ones, the latest first.
 */
export function choose(matches: Match[], said: SaidNumber, now: number): Choice {
  const written = said.words?.trim().toUpperCase();
  const [numbered = []] = [
    matches.filter((match) => match.confirmationNumber.toUpperCase() === written),
    having(matches, said, "heard"),
    having(matches, said, "zeros_apart"),
  ].filter((found) => found.length > 0);
  if (numbered.length === 0) return first(matches, now, false);
  const numbers = new Set(numbered.map((match) => match.confirmationNumber));
  return numbers.size > 1 ? { kind: "unclear" } : first(numbered, now, true); // one number may have several legs
}

function having(matches: Match[], { candidates }: SaidNumber, confidence: Candidate["confidence"]): Match[] {
  const keys = new Set(candidates.flatMap((candidate) => (candidate.confidence === confidence ? [candidate.key] : [])));
  return matches.filter((match) => keys.has(match.confirmationKey));
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
