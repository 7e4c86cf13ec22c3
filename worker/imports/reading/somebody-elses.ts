import { readColumns } from "./columns/column.ts";
import { isSomebodyElses } from "./columns/owners.ts";

/** Whether a title names somebody else than the passenger: who booked or pays, or the place that is gone to. */
export function isSomebodyElsesTitle(title: string): boolean {
  return readColumns([title], []).some(isSomebodyElses);
}
