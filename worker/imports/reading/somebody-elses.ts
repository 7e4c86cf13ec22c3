import { readColumns } from "./columns/column.ts";
import { isSomebodyElses } from "./columns/owners.ts";

/**
 * Whether a title names somebody other than the passenger, such
 * as whoever booked or pays, or the place where the ride goes.
 */
export function isSomebodyElsesTitle(title: string): boolean {
  return readColumns([title], []).some(isSomebodyElses);
}
