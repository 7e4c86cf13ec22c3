import { lastMidnight } from "../calls/purge.ts";
import { savedRetention } from "../calls/store/retention.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { outlivedBookings, removeOutlivedBookings } from "./store/outlived-bookings.ts";

const AT_ONCE = 2000; // rows; their ids are one value of a statement
const STEPS = 5;
const DAY_MS = 86_400_000;

/**
 * Removes bookings that a company has kept for longer than it wishes, a bounded number at a time; the next sweep goes
 * on. Versions stay what they are: an undo brings back a list without its outlived bookings, and the same file sent
 * again is the same file still.
 */
export async function purgeBookings(scope: UserScope, { db, now }: Services): Promise<void> {
  const { reservationDays } = await savedRetention(scope, db);
  const before = lastMidnight(now()) - reservationDays * DAY_MS;
  for (let step = 0; step < STEPS; step++) {
    const ids = await outlivedBookings(scope, db, before, AT_ONCE);
    if (ids.length === 0) return;
    await removeOutlivedBookings(scope, db, { ids, before });
  }
}
