import type { CalendarDate } from "./calendar-days.ts";
import { calendarDate, isBookable } from "./calendar-days.ts";
import { monthOf } from "./month-names.ts";
import { fraction, parseClock } from "./parse-clock.ts";

/** Three numbers whose order the column must tell: 12/05/2026 is May in some offices and December in others. */
export type Unordered = { parts: [number, number, number]; shortYear: boolean };

/** What one cell says. `offset` is minutes east of UTC where the text itself names it. */
export type Moment = {
  date: CalendarDate | Unordered | null;
  minute: number | null;
  offset: number | null;
  serial: boolean;
};

/** A date, a time of day or both, in any usual way of writing; null when the text is neither. Blank text is null too. */
export function parseMoment(text: string): Moment | null {
  const plain = text.trim();
  return (
    serialMoment(plain) ?? dateFirst(plain) ?? dateFirst(withoutWeekday(plain)) ?? clockOnly(plain) ?? clockFirst(plain)
  );
}

const EXCEL_EPOCH = -25_569; // 1899-12-30, day 0 of a spreadsheet's calendar, in days after 1970

function serialMoment(text: string): Moment | null {
  const match = /^(\d{5})(\.\d+)?$/.exec(text);
  if (!match) return null;
  const day = Number(match[1]);
  const minute = match[2] ? fraction(Number(match[2])) : null;
  const carried = match[2] !== undefined && minute === null; // .99999 is the midnight after
  const date = calendarDate(EXCEL_EPOCH + day + (carried ? 1 : 0));
  if (!isBookable(date)) return null;
  return { date, minute: carried ? 0 : minute, offset: null, serial: true };
}

function clockOnly(text: string): Moment | null {
  const minute = parseClock(text);
  return minute === null ? null : { date: null, minute, offset: null, serial: false };
}

function dateFirst(text: string): Moment | null {
  const found = splitDate(text);
  if (!found) return null;
  const { date } = found;
  const zoned = "year" in date ? splitOffset(found.rest) : null;
  const clock = (zoned?.clock ?? found.rest).replace(/^(?:[\sT,@]|-\s|at\s|um\s)+/i, "").trim();
  const minute = clock === "" ? null : parseClock(clock);
  if (clock !== "" && minute === null) return null;
  if (isNoDate(date)) return minute === null ? null : { date: null, minute, offset: null, serial: false };
  if ("year" in date && !isBookable(date)) return null;
  return { date, minute, offset: minute === null ? null : (zoned?.offset ?? null), serial: false };
}

/** "10:05 PM 11/28/2026", "22:05 - 28 Nov 2026". */
function clockFirst(text: string): Moment | null {
  const match = /^(\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s?[ap]\.?\s?m?\.?)?)(?:\s*,\s*|\s+-\s+|\s+on\s+|\s+)(\S.*)$/i.exec(
    text,
  );
  const minute = parseClock(match?.[1] ?? "");
  const rest = dateFirst(match?.[2] ?? "");
  return minute !== null && rest !== null && rest.minute === null ? { ...rest, minute } : null;
}

type Split = { date: CalendarDate | Unordered; rest: string };

function splitDate(text: string): Split | null {
  return isoDate(text) ?? unorderedDate(text) ?? namedMonth(text);
}

function isoDate(text: string): Split | null {
  const match =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?=$|[T\s,])/.exec(text) ??
    /^((?:19|20)\d\d)()(\d\d)(\d\d)(?=$|[T\s]|\d{4}$)/.exec(text);
  if (!match) return null;
  const date = { year: Number(match[1]), month: Number(match[3]), day: Number(match[4]) };
  return { date, rest: text.slice(match[0].length) };
}

function unorderedDate(text: string): Split | null {
  const match = /^(\d{1,2})(\s?[-/.]\s?)(\d{1,2})\2(\d{4}|\d\d)(?=$|[\s,T])/.exec(text);
  if (!match) return null;
  const [, a = "", , b = "", c = ""] = match;
  const date: Unordered = { parts: [Number(a), Number(b), Number(c)], shortYear: c.length === 2 };
  return { date, rest: text.slice(match[0].length) };
}

function namedMonth(text: string): Split | null {
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th|\.)?[-\s/]*(?:de\s+)?(\p{L}{3,})\.?(?:\s+de)?[-\s/,]*(\d{4}|\d\d)(?=$|[\s,T])/iu;
  const monthFirst = /^(\p{L}{3,})\.?[-\s/]*(\d{1,2})(?:st|nd|rd|th)?(?:\s*,\s*|[-\s/]+)(\d{4}|\d\d)(?=$|[\s,T])/iu;
  const one = dayFirst.exec(text);
  const other = one ? null : monthFirst.exec(text);
  const [whole, day, name, year] = one ?? (other ? [other[0], other[2], other[1], other[3]] : []);
  const month = monthOf(name ?? "");
  if (whole === undefined || month === null) return null;
  return { date: { year: fullYear(Number(year)), month, day: Number(day) }, rest: text.slice(whole.length) };
}

/** 26 is 2026. A booking of 1970 or before does not exist. */
export function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function withoutWeekday(text: string): string {
  return text.replace(
    /^(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mi[ée]|jue|vie|s[áa]b|dom)\p{L}*[.,]*\s+/iu,
    "",
  );
}

function splitOffset(rest: string): { clock: string; offset: number } | null {
  const match = /^([T\s].*?)\s?(?:(Z|UTC|GMT)|([+-])(\d\d):?(\d\d))$/.exec(rest);
  if (!match) return null;
  const minutes = Number(match[4] ?? 0) * 60 + Number(match[5] ?? 0);
  return { clock: match[1] ?? "", offset: match[3] === "-" ? -minutes : minutes };
}

// The day 0 of databases and spreadsheets: the cell was a time alone, and the export gave it a date.
function isNoDate(date: CalendarDate | Unordered): boolean {
  const year = "year" in date ? date.year : date.shortYear ? 0 : date.parts[2];
  return year === 1899 || year === 1900 || year === 1;
}
