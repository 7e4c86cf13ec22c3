import { sayClock, sayFullClock } from "./say-clock.ts";
import { sayDate, sayWeekday } from "./say-date.ts";
import { calendarDays, localTime } from "./wall-clock.ts";

/** The local time as the agent gets it: "Saturday, November 22, 7:16 AM". `now` is epoch milliseconds. */
export function sayLocalTime(now: number, zone: string): string {
  const local = localTime(now, zone);
  return `${sayWeekday(local)}, ${sayDate(local, local)}, ${sayFullClock(local.hour, local.minute)}`;
}

/**
 * When a pick-up or drop-off is: "today at 7:10 PM", "tomorrow, Thursday December 10 at 7:10 AM", "Thursday, December 10 at
 * 7:10 AM", with the year if it is not this year. Epoch milliseconds.
 */
export function sayTime(ms: number, zone: string, now: number): string {
  const then = localTime(ms, zone);
  return `${sayDay(ms, zone, now)} at ${sayClock(then.hour, then.minute)}`;
}

/** The same with the time first: "7:10 PM today", "7:10 AM on Thursday, December 10". Epoch milliseconds. */
export function sayTimeFirst(ms: number, zone: string, now: number): string {
  const then = localTime(ms, zone);
  const near = Math.abs(calendarDays(localTime(now, zone), then)) <= 1;
  return `${sayClock(then.hour, then.minute)}${near ? " " : " on "}${sayDay(ms, zone, now)}`;
}

/** The day alone: "today", "tomorrow, Thursday December 10", "Thursday, December 10". Epoch milliseconds. */
export function sayDay(ms: number, zone: string, now: number): string {
  const then = localTime(ms, zone);
  const today = localTime(now, zone);
  const days = calendarDays(today, then);
  if (days === 0) return "today";
  if (days === 1) return `tomorrow, ${sayWeekday(then)} ${sayDate(then, then)}`;
  if (days === -1) return `yesterday, ${sayWeekday(then)} ${sayDate(then, then)}`;
  return `${sayWeekday(then)}, ${sayDate(then, today)}`;
}

/** How old something is, such as the last import: "7:10 AM today", "6 PM yesterday", "November 20 at 6 PM". Epoch milliseconds. */
export function sayAge(ms: number, zone: string, now: number): string {
  const then = localTime(ms, zone);
  const today = localTime(now, zone);
  const clock = sayClock(then.hour, then.minute);
  const days = calendarDays(today, then);
  if (days === 0) return `${clock} today`;
  if (days === -1) return `${clock} yesterday`;
  return `${sayDate(then, today)} at ${clock}`;
}
