import type { WallTime } from "../../hours/wall-time-to-instant.ts";
import { type CalendarDate, dayNumber } from "./calendar-days.ts";
import { type DateOrder, inOrder } from "./date-order.ts";
import type { DateStyle, MomentParser } from "./dates.ts";

/** `day` is the calendar day as a number, which a time without a day beside it may borrow. */
export type Reading = { at: number; day: number; minute: number } | { problem: string } | { clockOnly: number } | null;

type Zone = { timezone: string; clock: (day: number, minute: number) => WallTime };

const DAY_MINUTES = 1440;
const MINUTE_MS = 60_000;

/**
 * The instant that the cells of one field say together: a date and a time in one cell or in two. Null when all are blank;
 * `clockOnly` when there is a time and no day; a problem in words when they cannot be read for certain.
 */
export function readMoment(texts: string[], style: DateStyle, parse: MomentParser, zone: Zone): Reading {
  let day: number | null = null;
  let minute: number | null = null;
  let offset: number | null = null;
  for (const text of texts) {
    if (text === "") continue;
    const moment = parse(text);
    if (!moment) return { problem: `“${text}” cannot be read as a date or time.` };
    if (moment.date) {
      const date: CalendarDate | null = "year" in moment.date ? moment.date : orderedDate(moment.date, style.order);
      if (!date) return { problem: `“${text}” is no day of the calendar${inWords(style.order)}.` };
      const number = dayNumber(date);
      if (day !== null && day !== number)
        return { problem: `The cells name two different days: ${texts.join(" and ")}.` };
      day = number;
      if (moment.serial && moment.minute === null && style.serialMidnight && texts.length === 1) minute = 0;
    }
    if (moment.minute !== null) {
      minute = moment.minute;
      offset = moment.offset;
    }
  }
  if (day === null) return minute === null ? null : { clockOnly: minute };
  if (minute === null) return { problem: `“${texts.find((text) => text !== "")}” has a day but no time of day.` };
  if (offset !== null) return { at: (day * DAY_MINUTES + minute - offset) * MINUTE_MS, day, minute };
  return atWallTime(day, minute, zone);
}

/** The instant of a minute of a day in the company's zone; a time the clocks skip or show twice is a problem. */
export function atWallTime(day: number, minute: number, { timezone, clock }: Zone): Exclude<Reading, null> {
  const wall = clock(day, minute);
  if ("at" in wall) return { at: wall.at, day, minute };
  const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  const why = wall.problem === "skipped" ? "the clocks skip it" : "the clocks show it twice";
  return { problem: `${time} is not certain on that day in ${timezone}: ${why} when they change.` };
}

function orderedDate(date: Parameters<typeof inOrder>[0], order: DateOrder | null): CalendarDate | null {
  return order ? inOrder(date, order) : null;
}

const WORDS: Record<DateOrder, string> = { mdy: "month/day/year", dmy: "day/month/year", ymd: "year/month/day" };

function inWords(order: DateOrder | null): string {
  return order ? ` when read as ${WORDS[order]}` : "";
}
