import type { WallTime } from "../../hours/wall-time-to-instant.ts";
import { type CalendarDate, calendarDate, dayNumber } from "./calendar-days.ts";
import { type DateOrder, inOrder } from "./date-order.ts";
import type { DateStyle, MomentParser } from "./dates.ts";

/**
 * `day` is the calendar day as a number; a time without a day beside it may borrow it. `twice`: the clocks show that
 * minute twice, and the first one was taken.
 */
export type Reading =
  | { at: number; day: number; minute: number; twice: boolean }
  | { dayOnly: number; open: boolean }
  | { problem: string }
  | { clockOnly: number }
  | null;

type Zone = { timezone: string; clock: (day: number, minute: number) => WallTime };

const DAY_MINUTES = 1440;
const MINUTE_MS = 60_000;

/**
 * The instant that the cells of one field say together: a date and a time in one cell or in two. Null when all are blank;
 * `clockOnly` when there is a time and no day; a problem in words when they cannot be read for certain.
 */
export function readMoment(texts: string[], style: DateStyle, parse: MomentParser, place: Zone): Reading {
  let day: number | null = null;
  let minute: number | null = null;
  let offset: number | null = null;
  let zone: readonly number[] | null = null;
  let open = false;
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
    open ||= moment.open;
    if (moment.minute !== null) {
      ({ minute, offset, zone } = moment);
    }
  }
  if (day === null) return minute === null ? null : { clockOnly: minute };
  if (minute === null) return { dayOnly: day, open };
  const wall = atWallTime(day, minute, place);
  const meant = offset ?? (zone && "at" in wall ? otherZone(zone, wall, place) : null);
  return meant === null ? wall : { at: (day * DAY_MINUTES + minute - meant) * MINUTE_MS, day, minute, twice: false };
}

type At = Extract<Reading, { at: number }>;

/**
 * The instant of a minute of a day in the company's zone; 1440 is the midnight after. If the clocks show a time twice,
 * the first one is taken, because both are said alike. If they skip it, that is a problem.
 */
export function atWallTime(day: number, minute: number, zone: Zone): At | { problem: string } {
  if (minute >= DAY_MINUTES) return atWallTime(day + 1, minute - DAY_MINUTES, zone);
  const wall = zone.clock(day, minute);
  if ("at" in wall) return { at: wall.at, day, minute, twice: false };
  if (wall.problem === "repeated") return { at: wall.earlier, day, minute, twice: true };
  const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  return { problem: `${time} does not exist on that day in ${zone.timezone}: the clocks skip it when they change.` };
}

/**
 * The offset that a zone behind a time stands for. Null if the company's own clocks show it in some season, because
 * people write "EST" all year and mean what the clock shows.
 */
function otherZone([written = 0]: readonly number[], { day }: At, place: Zone): number | null {
  const { year } = calendarDate(day);
  const seasons = [dayNumber({ year, month: 1, day: 15 }), dayNumber({ year, month: 7, day: 15 })];
  const own = seasons.map((noon) => offsetAt(noon, place));
  return own.includes(written) ? null : written;
}

/** Minutes east of UTC at noon of a day. */
function offsetAt(day: number, zone: Zone): number | null {
  const noon = atWallTime(day, DAY_MINUTES / 2, zone);
  return "at" in noon ? day * DAY_MINUTES + DAY_MINUTES / 2 - noon.at / MINUTE_MS : null;
}

function orderedDate(date: Parameters<typeof inOrder>[0], order: DateOrder | null): CalendarDate | null {
  return order ? inOrder(date, order) : null;
}

const WORDS: Record<DateOrder, string> = { mdy: "month/day/year", dmy: "day/month/year", ymd: "year/month/day" };

function inWords(order: DateOrder | null): string {
  return order ? ` when read as ${WORDS[order]}` : "";
}
