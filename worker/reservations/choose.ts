import type { Match } from "../db/lookups.ts";

const STILL_NEXT_MS = 6 * 3_600_000; // a caller whose ride began this long ago still means that ride

/** What a search found, settled without guessing. */
export type Choice =
  | { kind: "none" }
  | { kind: "unclear" } // two bookings whose numbers differ in punctuation alone
  | { kind: "one"; match: Match; others: Match[] };

/**
 * The booking a caller means. A confirmation number decides alone; without one (or when none has it) the telephone's
 * bookings stand in the order of `matches`, so the next ride comes first and cancelled ones after it.
 */
export function choose(matches: Match[], said: { confirmation: string | null; keys: string[] }, now: number): Choice {
  const numbered = matches.filter((match) => said.keys.includes(match.confirmationKey));
  if (numbered.length > 0) return byNumber(numbered, said.confirmation ?? "", now);
  const [match, ...others] = nextFirst(matches, now);
  return match ? { kind: "one", match, others } : { kind: "none" };
}

/** One number may have several legs; two numbers that only look alike once stripped are never taken for each other. */
function byNumber(matches: Match[], said: string, now: number): Choice {
  const written = new Set(matches.map((match) => match.confirmationNumber));
  const exact = matches.filter((match) => match.confirmationNumber.toUpperCase() === said.trim().toUpperCase());
  if (written.size > 1 && exact.length === 0) return { kind: "unclear" };
  const [match, ...others] = nextFirst(exact.length > 0 ? exact : matches, now);
  return match ? { kind: "one", match, others } : { kind: "none" };
}

function nextFirst(matches: Match[], now: number): Match[] {
  const rank = (match: Match) => {
    const coming = match.pickupAt !== null && match.pickupAt >= now - STILL_NEXT_MS;
    if (coming) return match.status === "cancelled" ? 1 : 0;
    return 2;
  };
  return [...matches].sort((a, b) => rank(a) - rank(b)); // stable: the order of the query decides among equals
}
