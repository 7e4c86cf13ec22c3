import type { Temporal } from "temporal-polyfill/implementation";
import type { BusinessHours } from "./hours.ts";
import { firstInstant } from "./wall-clock.ts";
import { exceptionOn, windowsOn } from "./windows.ts";

/** Epoch milliseconds, `to` excluded. */
export type Span = { from: number; to: number };

/**
 * The times the office is open that begin on this date, in order; an overnight one ends on the next date.
 *
 * A decision: a date marked closed is closed from midnight, so it also cuts the night shift of the day before. "Closed
 * on December 25" must not ring an empty office at 1 AM; if somebody is there after all, the agent still answers. A
 * date with special hours cuts nothing: the shift before it ends as usual.
 */
export function openSpans(hours: BusinessHours, date: Temporal.PlainDate): Span[] {
  const spans: Span[] = [];
  for (const { open, close } of windowsOn(hours, date)) {
    const end = close > 24 * 60 && isClosedDate(hours, date.add({ days: 1 })) ? 24 * 60 : close;
    const from = firstInstant(date, open, hours.timezone);
    const to = firstInstant(date, end, hours.timezone);
    if (to > from) spans.push({ from, to }); // a window inside the skipped hour does not happen
  }
  return spans;
}

function isClosedDate(hours: BusinessHours, date: Temporal.PlainDate): boolean {
  return exceptionOn(hours, date)?.windows.length === 0;
}
