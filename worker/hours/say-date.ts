import type { Temporal } from "temporal-polyfill/implementation";

// Not Intl: creating a formatter costs more than the rest of a ring, and it uses special spaces.
const WEEKDAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

type DateLike = Pick<Temporal.PlainDate, "year" | "month" | "day" | "dayOfWeek">;

/** `dayOfWeek` counts from Monday, 1. */
export function sayWeekday({ dayOfWeek }: Pick<DateLike, "dayOfWeek">): string {
  return WEEKDAY_NAMES[dayOfWeek - 1] ?? "";
}

/** "November 22", or "November 22, 2027" if it is not in the year of `today`. */
export function sayDate(date: DateLike, today: DateLike): string {
  const day = `${MONTH_NAMES[date.month - 1]} ${date.day}`;
  return date.year === today.year ? day : `${day}, ${date.year}`;
}
