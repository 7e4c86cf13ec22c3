import type { RowError, warningList } from "./notes.ts";
import type { ReservationRow } from "./rows.ts";

/**
 * Keeps two bookings of one list apart: the same number at the same time is one booking written twice, the same number at
 * another time another leg; two numbers that differ only in punctuation are both kept, and named.
 */
export function seenBookings(column: string, warnings: ReturnType<typeof warningList>) {
  const rowOf = new Map<string, number>();
  const firstOfKey = new Map<string, string>();
  const named = new Set<string>();
  return ({ confirmationKey, confirmationNumber: number, pickupAt }: ReservationRow, row: number): RowError | null => {
    const booking = `${pickupAt} ${number}`;
    const before = rowOf.get(booking);
    if (before !== undefined)
      return { row, column, reason: `${number} with this pick-up is in row ${before} already.` };
    rowOf.set(booking, row);

    const first = firstOfKey.get(confirmationKey);
    if (first === undefined) firstOfKey.set(confirmationKey, number);
    else if (first !== number && !named.has(number)) {
      named.add(number);
      const message = "Different bookings whose numbers sound alike: callers will be asked for the exact one.";
      warnings.add("similar_numbers", column, message, { row, word: `${first} / ${number}` });
    }
    return null;
  };
}
