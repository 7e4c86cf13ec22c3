import { type CalendarDate, dateText, isBookable } from "./calendar-days.ts";
import { fullYear, type Unordered } from "./parse-moment.ts";

/** What the three numbers of a date are, in the order in which they are written. */
export const DATE_ORDERS = ["mdy", "dmy", "ymd"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** A column whose dates can be read in more than one way, so that the operator has to say which. */
export type DateOrderQuestion = {
  question: "date_order";
  column: string;
  options: DateOrder[];
  /** One cell of the column and the day it would be in each order; "" if the order gives no day. */
  example: { row: number; text: string; readings: Partial<Record<DateOrder, string>> };
  message: string;
};

/** The day in the given order, or null when the calendar does not have it. */
export function inOrder({ parts: [a, b, c], shortYear }: Unordered, order: DateOrder): CalendarDate | null {
  if (order === "ymd" && !shortYear) return null; // four digits at the end are the year
  const date =
    order === "mdy"
      ? { year: fullYear(c), month: a, day: b }
      : order === "dmy"
        ? { year: fullYear(c), month: b, day: a }
        : { year: fullYear(a), month: b, day: c };
  return isBookable(date) ? date : null;
}

const CONTRADICTED = 20; // one misread date among so many good ones is a typing error, not another order
const YEARS_APART = 5; // a list of bookings lies within a few years; a day read as a year does not

/**
 * The orders that a column's dates allow, judged by how many dates each can read. One entry means that the order is
 * decided, none means that no order reads anything. Orders that read every date as the same day count as one.
 * @param counted every distinct date with the number of cells that hold it
 */
export function possibleOrders(counted: { date: Unordered; count: number }[]): DateOrder[] {
  const candidates = DATE_ORDERS.filter((order) => readable(counted, order) > 0);
  const sane = candidates.filter((order) => yearsApart(counted, order) <= YEARS_APART);
  const left = sane.length > 0 ? sane : candidates;
  const undefeated = left.filter((order) => !left.some((other) => defeats(counted, other, order)));
  return undefeated.filter((order, i) => !undefeated.slice(0, i).some((earlier) => same(counted, earlier, order)));
}

/** One of the dates, read in each of the orders. */
export function readings(date: Unordered, orders: DateOrder[]): Partial<Record<DateOrder, string>> {
  return Object.fromEntries(
    orders.map((order) => {
      const day = inOrder(date, order);
      return [order, day ? dateText(day) : ""];
    }),
  );
}

type Counted = { date: Unordered; count: number }[];

function readable(counted: Counted, order: DateOrder): number {
  return counted.reduce((sum, { date, count }) => (inOrder(date, order) ? sum + count : sum), 0);
}

function defeats(counted: Counted, winner: DateOrder, loser: DateOrder): boolean {
  let won = 0;
  let lost = 0;
  for (const { date, count } of counted) {
    const inWinner = inOrder(date, winner) !== null;
    const inLoser = inOrder(date, loser) !== null;
    if (inWinner && !inLoser) won += count;
    if (inLoser && !inWinner) lost += count;
  }
  return won > 0 && won >= CONTRADICTED * lost;
}

function same(counted: Counted, one: DateOrder, other: DateOrder): boolean {
  return counted.every(({ date }) => {
    const [a, b] = [inOrder(date, one), inOrder(date, other)];
    return a === null ? b === null : b !== null && dateText(a) === dateText(b);
  });
}

function yearsApart(counted: Counted, order: DateOrder): number {
  const years = counted.flatMap(({ date }) => inOrder(date, order)?.year ?? []);
  return (
    years.reduce((most, year) => Math.max(most, year), 0) - years.reduce((least, year) => Math.min(least, year), 9999)
  );
}
