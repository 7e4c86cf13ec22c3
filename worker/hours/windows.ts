import type { Temporal } from "temporal-polyfill/implementation";
import type { BusinessHours, HoursException, Weekday, Window } from "./hours.ts";

const DAY_MINUTES = 24 * 60;

export const WEEKDAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Minutes on the wall clock since the date's midnight. A close beyond 1440 is on the next date. */
export type MinuteWindow = { open: number; close: number };

/** The windows that begin on a date: sorted, and overlapping or touching ones joined. Throws RangeError for a bad time. */
export function windowsOn(hours: BusinessHours, date: Temporal.PlainDate): MinuteWindow[] {
  const exception = exceptionOn(hours, date);
  if (exception) return minuteWindows(exception.windows);
  return regularWindows(hours, WEEKDAYS[date.dayOfWeek - 1] ?? "mon");
}

/** The windows that begin on this weekday, without exceptions. */
export function regularWindows(hours: BusinessHours, weekday: Weekday): MinuteWindow[] {
  if (hours.weekly) return minuteWindows(hours.weekly[weekday] ?? []);
  // Around the clock means midnight to midnight, so that an exception removes exactly its own date.
  if (hours.start === hours.end) return [{ open: 0, close: DAY_MINUTES }];
  return [minuteWindow(wholeHour(hours.start), wholeHour(hours.end))];
}

export function exceptionOn(hours: BusinessHours, date: Temporal.PlainDate): HoursException | undefined {
  if (hours.exceptions.length === 0) return undefined;
  const key = date.toString();
  return hours.exceptions.find((exception) => exception.date === key);
}

/** Parses, sorts and joins one day's windows. Throws RangeError for a bad time. */
export function minuteWindows(windows: Window[]): MinuteWindow[] {
  const sorted = windows
    .map((window) => minuteWindow(minutesOf(window.open, "open"), minutesOf(window.close, "close")))
    .sort((a, b) => a.open - b.open);
  const joined: MinuteWindow[] = [];
  for (const window of sorted) {
    const last = joined.at(-1);
    if (last && window.open <= last.close) last.close = Math.max(last.close, window.close);
    else joined.push(window);
  }
  return joined;
}

function minuteWindow(open: number, close: number): MinuteWindow {
  return { open, close: close > open ? close : close + DAY_MINUTES };
}

function minutesOf(text: string, side: "open" | "close"): number {
  const match = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(text);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  const latest = side === "close" ? DAY_MINUTES : DAY_MINUTES - 1;
  if (minutes <= latest) return minutes;
  throw new RangeError(`"${text}" is not a time to ${side}: write HH:MM on a 24-hour clock`);
}

function wholeHour(hour: number): number {
  if (Number.isInteger(hour) && hour >= 0 && hour <= 23) return hour * 60;
  throw new RangeError(`${hour} is not an hour: business hours start and end at a whole hour from 0 to 23`);
}
