import type { Temporal } from "temporal-polyfill/implementation";
import type { BusinessHours } from "./hours.ts";
import { isOpen } from "./is-open.ts";
import { nextChange } from "./next-change.ts";
import { sayClock } from "./say-clock.ts";
import { sayDate, sayWeekday } from "./say-date.ts";
import { calendarDays, localTime } from "./wall-clock.ts";

const SOON_HOURS = 12; // "until 2 AM", said in the evening, needs no "tomorrow"

/**
 * One sentence for the caller: "The office is closed now and opens at 6 AM.", "The office is open until 10 PM." `now` is
 * epoch milliseconds. `officePhone` is added as given, but only while the office is open and somebody would pick up.
 */
export function businessHoursNote(hours: BusinessHours, now: number, officePhone?: string | null): string {
  const change = nextChange(hours, now);
  const open = change ? !change.open : isOpen(hours, now);
  const reach = open && officePhone ? ` Its number is ${officePhone}.` : "";
  if (!change) return `The office is ${open ? "open 24 hours a day" : "closed now"}.${reach}`;
  const local = localTime(now, hours.timezone);
  const at = localTime(change.at, hours.timezone);
  if (!open) return `The office is closed now and opens ${sayOpening(at, local)}.`;
  return `The office is open ${sayClosing(at, local)}.${reach}`;
}

function sayOpening(at: Temporal.ZonedDateTime, local: Temporal.ZonedDateTime): string {
  const days = calendarDays(local, at);
  const isMidnight = at.hour === 0 && at.minute === 0;
  if (days === 0 || (days === 1 && isMidnight)) return `at ${sayClock(at.hour, at.minute, "midnight")}`;
  const clock = sayClock(at.hour, at.minute);
  if (days === 1) return `tomorrow at ${clock}`;
  if (days < 7) return `${sayWeekday(at)} at ${clock}`;
  return `on ${sayWeekday(at)}, ${sayDate(at, local)} at ${clock}`;
}

function sayClosing(at: Temporal.ZonedDateTime, local: Temporal.ZonedDateTime): string {
  const clock = sayClock(at.hour, at.minute, "midnight");
  // Closing at midnight belongs to the day that ends.
  const lastMoment = at.subtract({ minutes: 1 });
  const days = calendarDays(local, lastMoment);
  const hoursAhead = (at.epochMilliseconds - local.epochMilliseconds) / 3_600_000;
  if (days === 0 || hoursAhead <= SOON_HOURS) return `until ${clock}`;
  if (days === 1) return `until ${clock} tomorrow`;
  if (days < 7) return `until ${clock} on ${sayWeekday(lastMoment)}`;
  return "now";
}
