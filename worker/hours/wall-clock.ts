import { Temporal } from "temporal-polyfill/implementation";

const MOST_KEPT = 16; // one answer uses the same few moments again and again
const kept = new Map<string, Temporal.ZonedDateTime>();

/** What the clocks in a zone show at `now` (epoch milliseconds). */
export function localTime(now: number, zone: string): Temporal.ZonedDateTime {
  const key = `${now} ${zone}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  kept.set(key, local);
  return local;
}

/**
 * The first instant (epoch milliseconds) at which the clocks of the zone show this minute of this date, or have jumped
 * over it. `minutes` counts from midnight on the wall clock and may reach into the next date.
 *
 * At clock changes we follow how people read a clock. If 2:00 becomes 3:00, an opening at 2:30 is when the clock shows
 * 3:00. If 1:30 comes twice, a closing at 1:30 is the first one.
 */
export function firstInstant(date: Temporal.PlainDate, minutes: number, zone: string): number {
  const day = minutes < 24 * 60 ? date : date.add({ days: Math.floor(minutes / (24 * 60)) });
  const hour = Math.floor(minutes / 60) % 24;
  const wall = new Temporal.PlainDateTime(day.year, day.month, day.day, hour, minutes % 60);
  const there = wall.toZonedDateTime(zone); // picks the first of a repeated time
  if (there.minute === minutes % 60 && there.hour === hour) return there.epochMilliseconds;
  const before = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  const jump = before.getTimeZoneTransition("next");
  return (jump ?? there).epochMilliseconds;
}

/** The number of calendar days between two times in their zone: 0 is the same date, 1 the next date. */
export function calendarDays(from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime): number {
  return from.toPlainDate().until(to.toPlainDate(), { largestUnit: "day" }).days;
}
