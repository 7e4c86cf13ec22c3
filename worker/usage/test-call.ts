import type { FreeCall } from "./billed-minutes.ts";

/** How long after its first ring a call may begin to count as the one that proved the number. */
const PROOF_MS = 60_000;

/** What makes a call a test. Numbers are E.164, instants epoch milliseconds. */
export type TestFacts = {
  startedAt: number;
  fromNumber: string | null;
  /** When the first ring of the called number came; null if none has come, or the number was removed. */
  verifiedAt: number | null;
  operatorPhone: string | null;
  /** The office and the company's own numbers. A line that forwards with its own number as caller is no test. */
  ownNumbers: (string | null)[];
};

/** Why a call is a free test: it proved the number, or it comes from the operator's own phone. Null if it is neither. */
export function testCall(facts: TestFacts): FreeCall | null {
  const { startedAt, fromNumber, verifiedAt, operatorPhone, ownNumbers } = facts;
  if (verifiedAt !== null && startedAt >= verifiedAt && startedAt < verifiedAt + PROOF_MS) return "proof";
  const isOperators = fromNumber !== null && fromNumber === operatorPhone && !ownNumbers.includes(fromNumber);
  return isOperators ? "own_phone" : null;
}
