import type { BusinessHours } from "../hours/hours.ts";
import { nextChange } from "../hours/next-change.ts";
import { openSpans } from "../hours/open-spans.ts";
import { firstInstant, localTime } from "../hours/wall-clock.ts";
import { sayUntil } from "./say-route.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** No switch lasts longer: a holiday belongs into the hours, where everybody sees it coming. */
export const LONGEST_SWITCH_DAYS = 31;

/** A moment at which the manual switch may end: epoch milliseconds, and how to say it ("6 AM tomorrow, Monday November 23"). */
export type SwitchEnd = { until: number; text: string };

/**
 * The ends to offer for each side of the manual switch, the soonest first: for the agent, an hour, four hours, the next
 * opening or closing and the end of today; for a closed office, the end of today and the next opening after it.
 */
export function switchEnds(hours: BusinessHours, now: number): Record<"agent" | "closed", SwitchEnd[]> {
  const minute = Math.ceil(now / MINUTE_MS) * MINUTE_MS;
  const change = nextChange(hours, now)?.at ?? null;
  const today = endOfToday(hours, now);
  const afterToday = nextChange(hours, today);
  const opens = afterToday?.open ? afterToday.at : null;
  const offer = (ends: (number | null)[]) =>
    [...new Set(ends)]
      .filter((end) => end !== null)
      .sort((a, b) => a - b)
      .filter((end) => end > now && end <= now + LONGEST_SWITCH_DAYS * 24 * HOUR_MS)
      .map((until) => ({ until, text: sayUntil(until, hours.timezone, now) }));
  return {
    agent: offer([minute + HOUR_MS, minute + 4 * HOUR_MS, change, today]),
    closed: offer([today, opens]),
  };
}

/** Midnight, or the end of the shift that begins today and works past it. */
function endOfToday(hours: BusinessHours, now: number): number {
  const today = localTime(now, hours.timezone).toPlainDate();
  const midnight = firstInstant(today, 24 * 60, hours.timezone);
  const shifts = openSpans(hours, today).filter(({ from, to }) => to - from < 24 * HOUR_MS);
  return Math.max(midnight, ...shifts.map(({ to }) => to));
}
