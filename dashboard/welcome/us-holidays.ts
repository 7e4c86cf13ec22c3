import { Temporal } from "temporal-polyfill/implementation";

type Holiday = { label: string; date: string };

const MONDAY = 1;
const THURSDAY = 4;

/** How the federal holidays on which most offices close are found in a year. */
const HOLIDAYS: { label: string; inYear: (year: number) => Temporal.PlainDate }[] = [
  { label: "New Year's Day", inYear: (year) => on(year, 1, 1) },
  { label: "Memorial Day", inYear: (year) => lastMonday(year, 5) },
  { label: "Independence Day", inYear: (year) => on(year, 7, 4) },
  { label: "Labor Day", inYear: (year) => nth(1, MONDAY, year, 9) },
  { label: "Thanksgiving", inYear: (year) => nth(4, THURSDAY, year, 11) },
  { label: "Christmas Day", inYear: (year) => on(year, 12, 25) },
];

/** The next date of each holiday from today (YYYY-MM-DD) on, soonest first. */
export function usHolidays(today: string): Holiday[] {
  const from = Temporal.PlainDate.from(today);
  return HOLIDAYS.map(({ label, inYear }) => {
    const thisYear = inYear(from.year);
    const isOver = Temporal.PlainDate.compare(thisYear, from) < 0;
    return { label, date: (isOver ? inYear(from.year + 1) : thisYear).toString() };
  }).sort((one, other) => (one.date < other.date ? -1 : 1));
}

function on(year: number, month: number, day: number): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month, day });
}

function nth(count: number, weekday: number, year: number, month: number): Temporal.PlainDate {
  const first = on(year, month, 1);
  return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + (count - 1) * 7 });
}

function lastMonday(year: number, month: number): Temporal.PlainDate {
  const last = on(year, month, 1).add({ months: 1 }).subtract({ days: 1 });
  return last.subtract({ days: last.dayOfWeek - MONDAY });
}
