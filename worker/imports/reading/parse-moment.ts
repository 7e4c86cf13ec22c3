import type { CalendarDate } from "./calendar-days.ts";
import { calendarDate, isBookable } from "./calendar-days.ts";
import { monthOf } from "./month-names.ts";
import { fraction, parseClock } from "./parse-clock.ts";

/** Three numbers whose order only the column can tell: 12/05/2026 is May in some offices and December in others. */
export type Unordered = { parts: [number, number, number]; shortYear: boolean };

/**
 * What one cell says. `offset` is minutes east of UTC if the text itself names it; `zone` is the offsets that an
 * abbreviated zone ("MST") can mean. `open`: the time will be settled later ("will call").
 */
export type Moment = {
  date: CalendarDate | Unordered | null;
  minute: number | null;
  offset: number | null;
  zone: readonly number[] | null;
  open: boolean;
  serial: boolean;
};

/** A date, a time of day or both, in any usual way of writing; null when the text is neither. Blank text is null too. */
export function parseMoment(text: string): Moment | null {
  const plain = text.trim();
  if (isOpenTime(plain)) return { ...NOTHING, open: true };
  return (
    serialMoment(plain) ?? dateFirst(plain) ?? dateFirst(withoutWeekday(plain)) ?? clockOnly(plain) ?? clockFirst(plain)
  );
}

const NOTHING = { date: null, minute: null, offset: null, zone: null, open: false, serial: false };

/** Words for a time that is settled on the day: by a call, or not yet known. */
function isOpenTime(text: string): boolean {
  return /^(?:will[ -]?call|w\.?\/?c\.?|on[ -]?call|call(?: (?:when ready|for pick ?up))?|(?:when )?ready|t\.?b\.?[acd]\.?|to be (?:advised|announced|confirmed|determined)|open|asap|pending|(?:auf|nach) (?:abruf|anruf)|offen|por (?:definir|confirmar|llamar)|a (?:definir|confirmar|demanda)|à (?:définir|confirmer|la demande)|sur appel)$/i.test(
    text,
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
  return { ...NOTHING, date, minute: carried ? 0 : minute, serial: true };
}

function clockOnly(text: string): Moment | null {
  const { clock, zone } = splitZone(text);
  const minute = parseClock(clock);
  return minute === null ? null : { ...NOTHING, minute, zone };
}

function dateFirst(text: string): Moment | null {
  const found = splitDate(text);
  if (!found) return null;
  const { date } = found;
  const zoned = splitOffset(found.rest) ?? { ...splitZone(found.rest), offset: null };
  const clock = zoned.clock.replace(/^(?:[\sT,@]|-\s|at\s|um\s|a las?\s|à\s)+/i, "").trim();
  const open = clock !== "" && isOpenTime(clock);
  const minute = clock === "" || open ? null : parseClock(clock);
  if (clock !== "" && minute === null && !open) return null;
  if (isNoDate(date)) return minute === null ? null : { ...NOTHING, minute };
  if ("year" in date && !isBookable(date)) return null;
  const timed = minute === null ? null : zoned;
  return { ...NOTHING, date, minute, open, offset: timed?.offset ?? null, zone: timed?.zone ?? null };
}

/** "10:05 PM 11/28/2026", "22:05 - 28 Nov 2026". */
function clockFirst(text: string): Moment | null {
  const match = /^(\d{1,2}[:.h]\d\d(?::\d\d)?(?:\s?[ap]\.?\s?m?\.?)?)(?:\s*,\s*|\s+-\s+|\s+on\s+|\s+)(\S.*)$/i.exec(
    text,
  );
  const minute = parseClock(match?.[1] ?? "");
  const rest = dateFirst(match?.[2] ?? "");
  return minute !== null && rest !== null && rest.minute === null && !rest.open ? { ...rest, minute } : null;
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

/** 26 is 2026. No booking is from 1970 or earlier. */
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

/** "T15:35:00.000-07:00", " 15:35:00 GMT-0700 (Mountain Standard Time)". "10:00-11:00" is two times, not an offset. */
function splitOffset(rest: string): { clock: string; offset: number; zone: null } | null {
  const match = /^([T\s].*?)\s?(?:(Z|UTC|GMT)|(UTC|GMT)?([+-])(\d\d)(?::?(\d\d))?)(?:\s\([^)]*\))?$/.exec(rest);
  if (!match) return null;
  const [, clock = "", , named, sign, hours = "0", minutes = "0"] = match;
  if (sign === "-" && !named && !/^T|:\d\d:\d\d/.test(clock)) return null;
  const offset = Number(hours) * 60 + Number(minutes);
  return { clock, offset: sign === "-" ? -offset : offset, zone: null };
}

/** Standard and summer time of the zones that dispatch systems write behind a time, in minutes east of UTC. */
const ZONES: Record<string, readonly number[]> = {
  E: [-300, -240],
  C: [-360, -300],
  M: [-420, -360],
  P: [-480, -420],
  AK: [-540, -480],
  H: [-600],
};

function splitZone(text: string): { clock: string; zone: readonly number[] | null } {
  const match = /^(.*\d.*?)\s?\(?\b(E|C|M|P|AK|H)([SD]?)T\)?$/.exec(text);
  const both = ZONES[match?.[2] ?? ""];
  if (!match || !both) return { clock: text, zone: null };
  // The written one comes first. People who write "EST" all year mean the other one.
  return { clock: match[1] ?? "", zone: match[3] === "D" ? [...both].reverse() : both };
}

// Day 0 of databases and spreadsheets: the cell held only a time, and the export added a date.
function isNoDate(date: CalendarDate | Unordered): boolean {
  const year = "year" in date ? date.year : date.shortYear ? 0 : date.parts[2];
  return year === 1899 || year === 1900 || year === 1;
}
