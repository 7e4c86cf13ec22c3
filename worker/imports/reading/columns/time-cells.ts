import { type Column, says, saysAny, saysOnly, share } from "./column.ts";
import type { Content } from "./content.ts";

/** When something other than the ride happened: the booking, or the car leaving its garage. */
const NOT_PLANNED = [
  "created",
  "actual",
  "birth",
  "price",
  "distance",
  "email",
  "license",
  "unrelated",
  "phone",
  "mobile",
  "notes",
  "weekday",
  "count",
  "vehicle",
  "driver",
  "zip",
  "city",
  "street",
  "housenumber",
  "unit",
  "willcall",
  "member",
  "staff",
  "approval",
  "ended",
];

export function isPlanned(column: Column): boolean {
  return !saysAny(column, ...NOT_PLANNED) && !isStamp(column) && isTimely(column) && !isHalf(column);
}

/** A time stamp says when something was written down, unless its title says that it is the ride's. */
function isStamp(column: Column): boolean {
  return says(column, "stamp") && (!saysAny(column, "pickup", "dropoff", "scheduled") || says(column, "requested"));
}

export function isHalf(column: Column): boolean {
  const untitled = column.said.size === 0 || saysOnly(column, "time");
  return untitled && share(column, ({ halfOfDay }) => halfOfDay, 0) > 0.5;
}

/** For unreadable cells there is only the title to go by. */
function unreadable({ content }: Column): boolean {
  return !content || content.date + content.time + content.dateTime + content.open + content.serialDate === 0;
}

/** Dates and times are recognised by the cells. If the title says so too, a few of them are enough. */
function isTimely(column: Column): boolean {
  const titled = saysAny(column, "date", "time", "datetime", "appointment");
  if (unreadable(column)) {
    const bare = !column.content || column.content.filled === 0;
    return bare
      ? titled || saysOnly(column, "pickup", "scheduled")
      : saysAny(column, "date", "time", "datetime") &&
          (saysAny(column, "pickup", "dropoff", "flight", "appointment") || isOnlyDigits(column));
  }
  if (says(column, "number") && !titled) return false;
  return (
    timely(column, ({ date, time, dateTime, open }) => date + time + dateTime + open) + serialDays(column) >=
    (titled ? 0.1 : saysAny(column, "address", "street") ? 0.8 : 0.4)
  );
}

/** "9:15-9:45" under "Time": the row is refused with the reason instead of losing its time. */
function isOnlyDigits(column: Column): boolean {
  return saysOnly(column, "time") && share(column, ({ digits }) => digits, 0) >= 0.8;
}

export function hasClock(column: Column): boolean {
  if (unreadable(column)) {
    return saysAny(column, "time", "datetime", "appointment") || says(column, "scheduled", "pickup");
  }
  const clocks = timely(column, ({ time, dateTime, open }) => time + dateTime + open);
  const days = timely(column, ({ date }) => date) + serialDays(column);
  return clocks >= 0.4 || (saysAny(column, "time", "datetime") && clocks > 0 && clocks >= days);
}

export function hasDay(column: Column): boolean {
  if (unreadable(column)) return saysAny(column, "date", "datetime");
  const days = timely(column, ({ date, dateTime }) => date + dateTime) + serialDays(column);
  return days >= 0.4 || (saysAny(column, "date", "datetime") && days > 0);
}

export function hasBoth(column: Column): boolean {
  if (unreadable(column)) return says(column, "date", "time") || says(column, "datetime");
  const both = timely(column, ({ dateTime }) => dateTime);
  return both >= 0.4 || (both > 0 && both >= timely(column, ({ time }) => time));
}

function timely({ content }: Column, read: (content: Content) => number): number {
  return content ? read(content) : 0;
}

/** Five digits are a day only if the title says so. */
function serialDays(column: Column): number {
  return saysAny(column, "date", "datetime", "time") ? (column.content?.serialDate ?? 0) : 0;
}

/**
 * Whether a column holds times although its title says nothing.
 * The number of a room can look like a time without a colon.
 */
export function isPlainlyTime(column: Column): boolean {
  return (
    column.said.size === 0 && share(column, ({ clock, date, dateTime }) => Math.max(clock, date + dateTime), 0) >= 0.8
  );
}
