import type { ReservationRow } from "../../reservations/fields.ts";
import type { RowError, warningList } from "./notes.ts";

type Pickup = { pickupAt: number; row: number };

/**
 * Keeps two bookings of one list apart: the same number at the same time is one booking written twice, the same number at
 * another time another leg; two numbers that differ only in punctuation are both kept, and named.
 */
export function seenBookings(column: string, warnings: ReturnType<typeof warningList>) {
  const first = new Map<string, Pickup>();
  const legs = new Map<string, Map<number, number>>(); // only where a number comes again, which is rare
  const firstOfKey = new Map<string, string>();
  const named = new Set<string>();

  const rowBefore = (number: string, pickupAt: number, row: number): number | undefined => {
    const before = first.get(number);
    if (!before) {
      first.set(number, { pickupAt, row });
      return undefined;
    }
    const rows = legs.get(number) ?? new Map([[before.pickupAt, before.row]]);
    legs.set(number, rows);
    const same = rows.get(pickupAt);
    if (same === undefined) rows.set(pickupAt, row);
    return same;
  };

  return ({ confirmationKey, confirmationNumber: number, pickupAt }: ReservationRow, row: number): RowError | null => {
    const before = rowBefore(number, pickupAt, row);
    if (before !== undefined)
      return { row, column, reason: `${number} with this pick-up is in row ${before} already.` };
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
