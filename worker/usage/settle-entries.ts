import type { FreeCall } from "./billed-minutes.ts";

/** One row of the ledger: what it adds. `at` is epoch milliseconds. */
export type Entry = { at: number; free: FreeCall | null; calls: number; minutes: number; costMillicents: number };

/**
 * The rows that are missing so that a call's rows add up to `wanted`. None if they already do. A call that turns out to
 * have begun at another time, or to be free, is taken back where it stood and added where it belongs.
 */
export function settleEntries(known: Entry[], wanted: Entry): Entry[] {
  const places = Map.groupBy([...known.map(negated), wanted], placeOf);
  return [...places.values()].map(sum).filter((entry) => entry.calls || entry.minutes || entry.costMillicents);
}

/** Why a call already counts as a test. What was a test stays one, whatever the settings say later. */
export function knownTest(known: Entry[]): FreeCall | null {
  const counts = (test: FreeCall) => known.filter(({ free }) => free === test).reduce((n, { calls }) => n + calls, 0);
  return (["proof", "own_phone"] as const).find((test) => counts(test) > 0) ?? null;
}

function placeOf({ at, free }: Entry): string {
  return `${at} ${free}`;
}

function negated({ at, free, calls, minutes, costMillicents }: Entry): Entry {
  return { at, free, calls: -calls, minutes: -minutes, costMillicents: -costMillicents };
}

function sum(entries: Entry[]): Entry {
  return entries.reduce((a, b) => ({
    at: a.at,
    free: a.free,
    calls: a.calls + b.calls,
    minutes: a.minutes + b.minutes,
    costMillicents: a.costMillicents + b.costMillicents,
  }));
}
