import { lastMidnight } from "../calls/purge.ts";
import { savedRetention } from "../calls/store/retention.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { deleteExpiredBookings, expiredBookings } from "./store/expired-bookings.ts";

const ROWS_PER_STEP = 2000; // rows; their ids are one value of a statement
const MOST_STEPS = 5;
const DAY_MS = 86_400_000;

/**
 * Deletes bookings that are older than the company wants to keep, a limited number at a time; the next sweep continues.
 * Versions stay: an undo brings back a list without the deleted bookings, and the same file sent again still counts as
 * unchanged.
 */
export async function purgeBookings(scope: UserScope, { db, now }: Services): Promise<void> {
  const { reservationDays } = await savedRetention(scope, db);
  const before = lastMidnight(now()) - reservationDays * DAY_MS;
  for (let step = 0; step < MOST_STEPS; step++) {
    const ids = await expiredBookings(scope, db, before, ROWS_PER_STEP);
    if (ids.length === 0) return;
    await deleteExpiredBookings(scope, db, { ids, before });
  }
}
