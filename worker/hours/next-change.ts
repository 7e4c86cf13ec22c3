import { Temporal } from "temporal-polyfill/implementation";
import type { BusinessHours } from "./hours.ts";
import { isOpen } from "./is-open.ts";
import { openSpans } from "./open-spans.ts";
import { firstInstant, localTime } from "./wall-clock.ts";

// Regular hours repeat daily or weekly, and a skipped hour can hide one window, so after two rounds nothing new comes.
const QUIET_DAYS = { daily: 3, weekly: 16 };

/** The next opening or closing after `now` (epoch milliseconds); `open` is the state from then on. Null if it never changes. */
export function nextChange(hours: BusinessHours, now: number): { at: number; open: boolean } | null {
  const yesterday = localTime(now, hours.timezone).toPlainDate().subtract({ days: 1 });
  return isOpen(hours, now) ? nextClosing(hours, now, yesterday) : nextOpening(hours, now, yesterday);
}

function nextOpening(hours: BusinessHours, now: number, first: Temporal.PlainDate) {
  for (const date of datesWorthASearch(hours, first)) {
    const span = openSpans(hours, date).find(({ from }) => from > now);
    if (span) return { at: span.from, open: true };
  }
  return null;
}

function nextClosing(hours: BusinessHours, now: number, first: Temporal.PlainDate) {
  let reach = now;
  let expected = first;
  for (const date of datesWorthASearch(hours, first)) {
    // Skipped dates are open throughout, otherwise the search would have ended before them.
    if (!date.equals(expected)) reach = Math.max(reach, firstInstant(date, 0, hours.timezone));
    for (const { from, to } of openSpans(hours, date)) if (from <= reach && to > reach) reach = to;
    expected = date.add({ days: 1 });
    if (reach < firstInstant(expected, 0, hours.timezone)) return { at: reach, open: false };
  }
  return null;
}

/** Every date from `first` on until nothing can change any more, skipping the quiet time between exceptions. */
function* datesWorthASearch(hours: BusinessHours, first: Temporal.PlainDate) {
  const exceptions = hours.exceptions.map(({ date }) => date).sort();
  const quietDays = { days: hours.weekly ? QUIET_DAYS.weekly : QUIET_DAYS.daily };
  let date = first;
  let last = first.add(quietDays);
  for (;;) {
    for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
      yield date;
      if (exceptions.includes(date.toString())) last = date.add(quietDays);
    }
    const key = date.toString();
    const next = exceptions.find((exception) => exception >= key);
    if (!next) return;
    const before = Temporal.PlainDate.from(next).subtract({ days: 1 });
    date = Temporal.PlainDate.compare(before, date) > 0 ? before : date;
    last = Temporal.PlainDate.from(next).add(quietDays);
  }
}
