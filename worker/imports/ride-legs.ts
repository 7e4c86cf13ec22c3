import { eachRow, type Steps } from "../lib/steps.ts";
import type { ReservationRow } from "../reservations/fields.ts";
import { personOf } from "../reservations/person.ts";

/**
 * Tells the rides under one number apart, in the same way for every file: 0, 1, 2 in the order of their pick-ups. If
 * several passengers share a ride, the passenger tells; if there is no number at all, the passenger and the pick-up do.
 * So a passenger who joins does not move the others.
 */
export function* rideLegs(rows: ReservationRow[]): Steps<number[]> {
  const places = new Map<string, number[]>();
  yield* eachRow(rows, ({ confirmationNumber }, n) => {
    const same = places.get(confirmationNumber);
    if (same) same.push(n);
    else places.set(confirmationNumber, [n]);
  });
  const legs = rows.map(() => 0);
  yield* eachRow(places, ([number, same]) => {
    if (number !== "" && same.length === 1) return;
    const rides = same.map((n) => ({ n, row: rows[n] as ReservationRow })); // n counts the rows
    rides.sort((a, b) => a.row.pickupAt - b.row.pickupAt || compare(personOf(a.row), personOf(b.row)));
    const shared = rides.some(({ row }, i) => row.pickupAt === rides[i - 1]?.row.pickupAt);
    if (number !== "" && !shared) for (const [leg, { n }] of rides.entries()) legs[n] = leg;
    else nameLegs(rides, number === "" ? ({ pickupAt }) => String(pickupAt) : () => "", legs);
  });
  return legs;
}

type Ride = { n: number; row: ReservationRow };

function nameLegs(rides: Ride[], more: (row: ReservationRow) => string, legs: number[]): void {
  const taken = new Set<number>();
  for (const { n, row } of rides) {
    let leg = hash(`${personOf(row)}\n${more(row)}`);
    while (taken.has(leg)) leg++; // the next ride of the same passenger
    taken.add(leg);
    legs[n] = leg;
  }
}

/** A 48-bit number from a text. Two texts of one list get the same one less often than a disk fails. */
function hash(text: string): number {
  let high = 0x811c9dc5;
  let low = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ (code + i), 0x85ebca6b);
    low ^= low >>> 13;
  }
  return 1 + ((high >>> 0) & 0xffffff) * 0x1000000 + ((low >>> 0) & 0xffffff);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
