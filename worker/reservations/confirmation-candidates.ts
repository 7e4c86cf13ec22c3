import { confirmationKey } from "./confirmation.ts";
import { spokenReadings } from "./spoken/readings.ts";

/**
 * A key that a caller's words may stand for. `heard`: as typed, or one of several equally good ways to read what was
 * said. `zeros_apart`: a number of digits with other zeros in front, which a spreadsheet drops.
 */
export type Candidate = { key: string; confidence: "heard" | "zeros_apart" };

const MOST_LOST_ZEROS = 5; // 00000123
const LONGEST_PADDED = 10; // digits; longer numbers are seldom counted up from zeros

/**
 * At most 14 candidates. Only zeros in front of a number of digits are filled in: "RES-20261126-12" is not "…-0012".
 */
export function confirmationCandidates(said: string): Candidate[] {
  const heard = [...new Set([confirmationKey(said), ...spokenReadings("confirmation", said).map(confirmationKey)])];
  const known = heard.filter((key) => key !== "");
  const digits = known.find((key) => /^\d+$/.test(key));
  const padded = digits === undefined ? [] : withOtherZeros(digits).filter((key) => !known.includes(key));
  return [
    ...known.map((key): Candidate => ({ key, confidence: "heard" })),
    ...padded.map((key): Candidate => ({ key, confidence: "zeros_apart" })),
  ];
}

function withOtherZeros(digits: string): string[] {
  const bare = digits.replace(/^0+(?=.)/, "");
  const most = Math.max(0, Math.min(MOST_LOST_ZEROS, LONGEST_PADDED - bare.length));
  return Array.from({ length: most + 1 }, (_, zeros) => "0".repeat(zeros) + bare);
}
