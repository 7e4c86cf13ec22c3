/** How many secrets are sealed with a key, and how many of them could not be opened any more. */
export type Sealed = { kid: string; count: number; unreadable: number };

const MADE_HERE = /^K(\d{14})$/i;
const A_DAY = 1_000_000; // in the numbers that names are made of: 20261122220512

/** The name of a key that is made at `now` (epoch milliseconds): K and that second in UTC. */
export function nameOfKey(now: number): string {
  return `K${secondOf(now)}`;
}

/** The newest key that was made by a rotation. */
export function newestKey(names: string[]): string | null {
  return (
    names
      .filter((name) => MADE_HERE.test(name))
      .sort()
      .at(-1) ?? null
  );
}

/**
 * The key of a rotation that was interrupted: made within a day, and not everything is sealed with it. Null when the next
 * rotation makes a new one.
 */
export function unfinishedKey(names: string[], sealed: Sealed[], now: number): string | null {
  const newest = newestKey(names);
  if (!newest || Number(secondOf(now)) - Number(newest.slice(1)) > A_DAY) return null;
  const done = sealed.some(({ kid }) => same(kid, newest)) && countLeft(sealed, newest) === 0;
  return done ? null : newest;
}

/** How many are sealed with another key and can be opened: as long as there is one, its key must stay. */
export function countLeft(sealed: Sealed[], current: string): number {
  const others = sealed.filter(({ kid }) => !same(kid, current));
  return others.reduce((sum, { count, unreadable }) => sum + count - unreadable, 0);
}

/** Names of keys are compared as the Worker does. */
export function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function secondOf(now: number): string {
  return new Date(now).toISOString().replace(/\D/g, "").slice(0, 14);
}
