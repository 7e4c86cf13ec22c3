/** A month and a day. The agent is not told the year and may guess it, so a given year is ignored. */
export type MonthDay = { month: number; day: number };

const YEAR_FIRST = /(?<!\d)\d{4}([-/.]?)(\d{1,2})\1(\d{1,2})(?!\d)/;
const TWO_PARTS = /(?<![\d.:])(\d{1,2})([/.-])(\d{1,2})(\2(?:\d{4}|\d{2}))?(\.?)(?![\d:])/;

/**
 * The days that a date in figures may mean: "2026-12-05", "12/5", "12-05-2026" with the month first, "5.12." with the
 * day first; "5.12" is both. Undefined if there are no such figures, empty if they are not a date.
 */
export function writtenDate(text: string): MonthDay[] | undefined {
  const iso = YEAR_FIRST.exec(text);
  if (iso) return valid([{ month: Number(iso[2]), day: Number(iso[3]) }]);
  const parts = TWO_PARTS.exec(text);
  if (!parts) return undefined;
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  const monthFirst = { month: first, day: second };
  const dayFirst = { month: second, day: first };
  if (parts[2] !== ".") return firstValid(monthFirst, dayFirst);
  if (parts[4] || parts[5]) return firstValid(dayFirst, monthFirst);
  // "5.30 tomorrow" is a time; "5.12" alone is the fifth of December or the twelfth of May.
  if (parts[0] !== text.trim()) return undefined;
  return first === second ? valid([dayFirst]) : valid([dayFirst, monthFirst]);
}

function firstValid(usual: MonthDay, otherwise: MonthDay): MonthDay[] {
  const days = valid([usual]);
  return days.length > 0 ? days : valid([otherwise]);
}

function valid(days: MonthDay[]): MonthDay[] {
  return days.filter(isDay);
}

/** Whether a calendar has that day, February 29 included. */
export function isDay({ month, day }: MonthDay): boolean {
  const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return longest !== undefined && day >= 1 && day <= longest;
}
