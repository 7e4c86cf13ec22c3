import { PARTICLES, saidWords } from "./name/name-parts.ts";
import { nameKey } from "./name.ts";
import { MONTHS } from "./pickup-date/date-words.ts";
import type { MonthDay } from "./pickup-date/written-date.ts";

const DAYS_APART = 2; // a number made the day before, or in another zone, tells the day as well
const SHARED_DIGITS = 6; // of a phone number: what is left is an area code that can be guessed
const LEAP_AND_COMMON = [2028, 2027];

/**
 * Whether a confirmation number (as a key) tells a day or one next to it: as YYYYMMDD, YYMMDD, MMDDYY, DDMMYY, MMDD or
 * DDMM anywhere in its digits, as the day of the year, without zeros, or with the month's name. A number that only
 * looks like the day counts too; then the caller is asked for another detail.
 */
export function dayFollows(key: string, { month, day }: MonthDay): boolean {
  const runs = key.match(/\d+/g) ?? [];
  return LEAP_AND_COMMON.some((year) =>
    daysAround(year, month, day).some(
      (near) => runs.some((run) => isInDigits(run, near) || isDayOfYear(run, near)) || isNamed(key, near),
    ),
  );
}

/** Whether a number looks as if it contained a full date, so that asking for the date is pointless. */
export function tellsADate(key: string, year: number): boolean {
  const [month, day] = ["(?:0[1-9]|1[0-2])", "(?:0[1-9]|[12]\\d|3[01])"];
  const years = ["20\\d\\d", ...[year - 1, year, year + 1].map((near) => pad(near % 100, 2))].join("|");
  return new RegExp(`(?:${years})${month}${day}|(?:${month}${day}|${day}${month})(?:${years})`).test(key);
}

/** A last name as it was said, without the words that the number contains; null when nothing is left. */
export function nameBeyond(key: string, lastName: string): string | null {
  const runs = nameKey(key).match(/\p{L}+/gu) ?? [];
  const words = saidWords(lastName);
  const beyond = words.filter((word) => PARTICLES.has(word) || !runs.some((run) => tells(run, word)));
  if (beyond.length === words.length) return lastName;
  return beyond.every((word) => PARTICLES.has(word)) ? null : beyond.join(" ");
}

/** Whether the number contains so much of a phone number (E.164) that the rest can be guessed. */
export function phoneFollows(key: string, phone: string): boolean {
  const runs = key.match(/\d+/g) ?? [];
  const digits = phone.slice(1);
  return Array.from({ length: digits.length - SHARED_DIGITS + 1 }, (_, from) =>
    digits.slice(from, from + SHARED_DIGITS),
  ).some((part) => runs.some((run) => run.includes(part)));
}

type Day = { month: number; day: number; ofYear: number };

function daysAround(year: number, month: number, day: number): Day[] {
  return Array.from({ length: 2 * DAYS_APART + 1 }, (_, at) => {
    const date = new Date(Date.UTC(year, month - 1, day + at - DAYS_APART));
    const ofYear =
      (Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()) - Date.UTC(date.getUTCFullYear(), 0, 0)) /
      86_400_000;
    return { month: date.getUTCMonth() + 1, day: date.getUTCDate(), ofYear };
  });
}

function isInDigits(run: string, { month, day }: Day): boolean {
  const [mm, dd] = [pad(month, 2), pad(day, 2)];
  if (run.includes(mm + dd) || run.includes(dd + mm)) return true;
  // Without zeros only if the digits are the date and nothing else.
  return [`${month}${day}`, `${day}${month}`].some(
    (bare) =>
      (bare.length > 2 && run === bare) || new RegExp(`^(?:${bare}(?:20)?\\d\\d|(?:20)?\\d\\d${bare})$`).test(run),
  );
}

/** The day of the year at the beginning, or after a year of one, two or four digits. */
function isDayOfYear(run: string, { ofYear }: Day): boolean {
  return [0, 1, 2, 4].some((from) => run.startsWith(pad(ofYear, 3), from));
}

function isNamed(key: string, { month, day }: Day): boolean {
  const names = [...MONTHS].flatMap(([word, number]) => (number === month ? [word.slice(0, 3).toUpperCase()] : []));
  return names.some((name) => new RegExp(`(?<!\\d)0?${day}${name}|${name}(?:${pad(day, 2)}|${day}(?!\\d))`).test(key));
}

/** Whether letters of a number are the name, contain it or are its beginning ("SMIT-1205"). */
function tells(letters: string, word: string): boolean {
  if (letters === word) return true;
  return (word.length > 2 && letters.includes(word)) || (letters.length > 3 && word.startsWith(letters));
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, "0");
}
