import type { Temporal } from "temporal-polyfill/implementation";
import type { BusinessHours } from "./hours.ts";
import { firstInstant } from "./wall-clock.ts";
import { exceptionOn, windowsOn } from "./windows.ts";

/** Epoch milliseconds; `to` is exclusive. */
export type Span = { from: number; to: number };

/**
 * The opening times that begin on this date, in order. An overnight one ends on the next date.
 *
 * We decided that a date marked closed is closed from midnight, which also cuts short the night shift before it: "Closed
 * on December 25" must not ring an empty office at 1 AM. If somebody is there after all, the agent still answers. Before
 * a date with special hours, the night shift ends as usual.
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
