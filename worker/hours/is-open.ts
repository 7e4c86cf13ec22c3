import type { BusinessHours } from "./hours.ts";
import { openSpans } from "./open-spans.ts";
import { localTime } from "./wall-clock.ts";

/** Whether the office is open at `now` (epoch milliseconds). Throws RangeError for an unknown zone or a malformed time. */
export function isOpen(hours: BusinessHours, now: number): boolean {
  const today = localTime(now, hours.timezone).toPlainDate();
  return [today, today.subtract({ days: 1 })].some((date) =>
    openSpans(hours, date).some(({ from, to }) => from <= now && now < to),
  );
}
