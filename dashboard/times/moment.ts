import { dateFormat } from "./date-format.ts";

/** The time of day of an instant (epoch milliseconds) in a zone: "3:07 AM". */
export function clock(at: number, timeZone: string | undefined): string {
  return dateFormat("en-US", { timeZone, hour: "numeric", minute: "2-digit" }).format(at);
}

/** "today at 3:07 AM", "tomorrow at 6:00 AM", "Monday at 6:00 AM", "Nov 2 at 6:00 AM"; the year only if it is another one. */
export function moment(at: number, timeZone: string | undefined, now: number): string {
  return `${day(at, timeZone, now)} at ${clock(at, timeZone)}`;
}

/** When something was last up to date: "7:10 AM today", "6:00 PM yesterday", "6:00 PM on Nov 20". */
export function age(at: number, timeZone: string | undefined, now: number): string {
  const when = day(at, timeZone, now);
  return `${clock(at, timeZone)} ${/^(today|yesterday|tomorrow)$/.test(when) ? when : `on ${when}`}`;
}

function day(at: number, timeZone: string | undefined, now: number): string {
  const days = dayNumber(at, timeZone) - dayNumber(now, timeZone);
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  if (days > 1 && days < 7) return dateFormat("en-US", { timeZone, weekday: "long" }).format(at);
  const year = yearOf(at, timeZone) === yearOf(now, timeZone) ? undefined : "numeric";
  return dateFormat("en-US", { timeZone, month: "short", day: "numeric", year }).format(at);
}

/** Counts calendar days, so that a day of 23 or 25 hours is still one. */
function dayNumber(at: number, timeZone: string | undefined): number {
  return Date.parse(`${dateIn(timeZone, at)}T00:00:00Z`) / 86_400_000;
}

/** The calendar date of an instant (epoch milliseconds) in a zone: "2026-12-25". Without a zone, in the browser's own. */
export function dateIn(timeZone: string | undefined, at: number): string {
  return dateFormat("en-CA", { timeZone, dateStyle: "short" }).format(at);
}

/** The year of an instant in the zone: "2026". */
export function yearOf(at: number, timeZone: string | undefined): string {
  return dateFormat("en-US", { timeZone, year: "numeric" }).format(at);
}

/** A calendar date, "2026-12-25", as people write it: "Dec 25, 2026". Other text stays as it is. */
export function dayText(date: string): string {
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at)
    ? date
    : new Intl.DateTimeFormat("en-US", { timeZone: "UTC", dateStyle: "medium" }).format(at);
}

/** How long ago: "just now", "4 minutes ago"; after an hour, the moment. */
export function ago(at: number, timeZone: string | undefined, now: number): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return minutes === 1 ? "a minute ago" : `${minutes} minutes ago`;
  return moment(at, timeZone, now);
}
