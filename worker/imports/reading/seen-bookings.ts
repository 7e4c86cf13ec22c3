import type { ReservationRow } from "../../reservations/fields.ts";
import { personOf } from "../../reservations/person.ts";
import type { RowError, warningList } from "./notes.ts";

/**
 * Keeps the bookings of one list apart. The same number, time and passenger is one booking written twice. Another time
 * is another leg, and another passenger rides along. Without a number, passenger and time tell rides apart. Two numbers
 * that differ only in punctuation are both kept, and named.
 */
export function seenBookings(column: string, warnings: ReturnType<typeof warningList>) {
  const first = new Map<string, { booking: ReservationRow; row: number }>();
  const more = new Map<string, Map<string, number>>(); // only for a number that comes again, which is rare
  const firstOfKey = new Map<string, string>();
  const named = new Set<string>();

  const rowBefore = (booking: ReservationRow, row: number): number | undefined => {
    const key = booking.confirmationNumber || `\n${personOf(booking)}`;
    const before = first.get(key);
    if (!before) {
      first.set(key, { booking, row });
      return undefined;
    }
    const rows = more.get(key) ?? new Map([[rideOf(before.booking), before.row]]);
    more.set(key, rows);
    const same = rows.get(rideOf(booking));
    if (same === undefined) rows.set(rideOf(booking), row);
    return same;
  };

  return (booking: ReservationRow, row: number): RowError | null => {
    const { confirmationKey, confirmationNumber: number } = booking;
    const before = rowBefore(booking, row);
    if (before !== undefined) {
      const what = number || `A ride of ${booking.customerName ?? booking.phoneE164 ?? "this passenger"}`;
      return { row, column, reason: `${what} with this pick-up is in row ${before} already.` };
    }
    if (number === "") return null;
    const alike = firstOfKey.get(confirmationKey);
    if (alike === undefined) firstOfKey.set(confirmationKey, number);
    else if (alike !== number && !named.has(number)) {
      named.add(number);
      const message = "Different bookings whose numbers sound alike: callers will be asked for the exact one.";
      warnings.add("similar_numbers", column, message, { row, word: `${alike} / ${number}` });
    }
    return null;
  };
}

function rideOf(booking: ReservationRow): string {
  return `${booking.pickupAt}\n${personOf(booking)}`;
}
