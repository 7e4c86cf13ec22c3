import type { BusinessHours, HoursException } from "./hours.ts";
import { sayWeekday } from "./say-date.ts";
import { isWholeDay, listInWords, sayWindows } from "./say-windows.ts";
import { localTime } from "./wall-clock.ts";
import { exceptionOn, type MinuteWindow, minuteWindows, regularWindows, WEEKDAYS } from "./windows.ts";

/**
 * The business hours as the agent says them: "6 AM to 10 PM", "24 hours a day", or by weekday "Monday to Friday 6 AM to
 * 10 PM, Saturday 8 AM to noon, closed Sunday". An exception for today is added: ", but closed today for Thanksgiving".
 * `now` is epoch milliseconds. A label is the operator's own text.
 */
export function sayHours(hours: BusinessHours, now: number): string {
  const exception = hours.exceptions.length > 0 && exceptionOn(hours, localTime(now, hours.timezone).toPlainDate());
  const regular = sayRegularHours(hours);
  return exception ? `${regular}, but ${sayException(exception)}` : regular;
}

function sayRegularHours(hours: BusinessHours): string {
  const groups = daysByWindows(hours);
  const [only] = groups;
  if (groups.length === 1 && only) return sayEveryDay(only.windows);
  const open = groups.filter(({ windows }) => windows.length > 0);
  const closed = groups.filter(({ windows }) => windows.length === 0);
  return [
    ...open.map(({ days, windows }) => `${sayDays(days)} ${sayWindows(windows)}`),
    ...closed.map(({ days }) => `closed ${sayDays(days)}`),
  ].join(", ");
}

function sayEveryDay(windows: MinuteWindow[]): string {
  if (windows.length === 0) return "closed every day";
  // A 24-hour shift every day is around the clock, whenever it begins.
  if (isWholeDay(windows) || windows.some(({ open, close }) => close - open >= 24 * 60)) return "24 hours a day";
  return sayWindows(windows);
}

type DayGroup = { days: number[]; windows: MinuteWindow[] };

/** Weekdays (1 is Monday) with the same windows, in the order of the week. */
function daysByWindows(hours: BusinessHours): DayGroup[] {
  const groups = new Map<string, DayGroup>();
  for (const [index, weekday] of WEEKDAYS.entries()) {
    const windows = regularWindows(hours, weekday);
    const key = windows.map(({ open, close }) => `${open}-${close}`).join();
    const group = groups.get(key) ?? { days: [], windows };
    group.days.push(index + 1);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** "Monday to Friday", "Saturday and Sunday", "Monday to Wednesday and Friday". */
function sayDays(days: number[]): string {
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return listInWords(
    runs.flatMap((run) => {
      const names = run.map((dayOfWeek) => sayWeekday({ dayOfWeek }));
      return names.length > 2 ? [`${names[0]} to ${names.at(-1)}`] : names;
    }),
  );
}

function sayException({ label, windows }: HoursException): string {
  const reason = label?.replace(/\s+/g, " ").trim();
  const today = windows.length === 0 ? "closed today" : `today ${sayWindows(minuteWindows(windows))}`;
  return reason ? `${today} for ${reason}` : today;
}
