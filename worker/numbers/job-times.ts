/** How long one job may hold a number: longer than all its requests to Retell can take. */
export const LEASE_MS = 180_000;

/** After this many tries a connection is given up until the operator presses Retry. A removal is never given up. */
export const MOST_TRIES = 6;

const FIRST_WAIT_MS = 5_000; // the operator is watching
const LONGEST_WAIT_MS = { connecting: 300_000, removing: 3_600_000 };

/** When to try again after so many tries: 5 s, 15 s, 45 s, … up to five minutes, or an hour for a removal. */
export function waitAfter(tries: number, what: keyof typeof LONGEST_WAIT_MS): number {
  return Math.min(FIRST_WAIT_MS * 3 ** Math.max(tries - 1, 0), LONGEST_WAIT_MS[what]);
}
