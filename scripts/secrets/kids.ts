/** How many secrets are sealed with a key, and how many of them can no longer be opened. */
export type Sealed = { kid: string; count: number; unreadable: number };

const MADE_HERE = /^K(\d{14})$/i;
const A_DAY = 1_000_000; // one day in the numbers that key names contain, such as 20261122220512

/** The name of a key made at `now` (epoch milliseconds): K and the second in UTC. */
export function nameOfKey(now: number): string {
  return `K${secondOf(now)}`;
}

/** The newest key that a rotation made. */
export function newestKey(names: string[]): string | null {
  return (
    names
      .filter((name) => MADE_HERE.test(name))
      .sort()
      .at(-1) ?? null
  );
}

/**
 * The key of an interrupted rotation: made within a day, with something not yet sealed with it. Null if the next rotation
 * has to make a new key.
 */
export function unfinishedKey(names: string[], sealed: Sealed[], now: number): string | null {
  const newest = newestKey(names);
  if (!newest || Number(secondOf(now)) - Number(newest.slice(1)) > A_DAY) return null;
  const done = sealed.some(({ kid }) => same(kid, newest)) && countLeft(sealed, newest) === 0;
  return done ? null : newest;
}

/** How many secrets are sealed with another key and can be opened. While there are any, that key must stay. */
export function countLeft(sealed: Sealed[], current: string): number {
  const others = sealed.filter(({ kid }) => !same(kid, current));
  return others.reduce((sum, { count, unreadable }) => sum + count - unreadable, 0);
}

/** Compares names of keys as the Worker does. */
export function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function secondOf(now: number): string {
  return new Date(now).toISOString().replace(/\D/g, "").slice(0, 14);
}
