import { isDeepStrictEqual } from "node:util";

/** A ten-digit US number as E.164. */
export function e164(number: string): string {
  return `+1${number.replace(/\D/g, "")}`;
}

/** @throws Error that names `what`, with both values */
export function equal(found: unknown, expected: unknown, what: string): void {
  if (isDeepStrictEqual(found, expected)) return;
  throw new Error(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
}
