import type { RowError, warningList } from "./notes.ts";
import type { ReservationRow } from "./rows.ts";

/**
 * Keeps two bookings of one list apart: the same number at the same time is one booking written twice, the same number at
 * another time another leg; two numbers that differ only in punctuation are both kept, and named.
 */
export function seenBookings(column: string, warnings: ReturnType<typeof warningList>) {
  const written = new Map<string, { number: string; pickups: Map<number, number> }[]>();
  return (booking: ReservationRow, row: number): RowError | null => {
    const alike = written.get(booking.confirmationKey) ?? [];
    if (alike.length === 0) written.set(booking.confirmationKey, alike);
    const same = alike.find(({ number }) => number === booking.confirmationNumber);
    if (same) {
      const first = same.pickups.get(booking.pickupAt);
      if (first === undefined) same.pickups.set(booking.pickupAt, row);
      else {
        const reason = `${booking.confirmationNumber} with this pick-up is in row ${first} already.`;
        return { row, column, reason };
      }
      return null;
    }
    const other = alike[0];
    if (other) {
      const message = `“${other.number}” and “${booking.confirmationNumber}” are two bookings whose numbers sound alike: callers will be asked for the exact one.`;
      warnings.add("similar_numbers", column, message, { row });
    }
    alike.push({ number: booking.confirmationNumber, pickups: new Map([[booking.pickupAt, row]]) });
    return null;
  };
}
