import { Temporal } from "temporal-polyfill/implementation";
import * as z from "zod";

/** The most days that can be asked for at once: a year and its leap day. */
export const LONGEST_RANGE_DAYS = 366;

/** A day of the calendar. What is no day is not compared with others. */
export const day = z.iso.date({ error: "Give a day as YYYY-MM-DD.", abort: true }).optional();

/** `?from=&to=&number_id=`: days of the company's calendar, both included. Without them, the last 30 days until today. */
export const analyticsQuery = z
  .object({ from: day, to: day, number_id: z.string().min(1).max(64).optional() })
  .refine(({ from, to }) => !from || !to || from <= to, {
    path: ["to"],
    error: "The last day is before the first one.",
  })
  .refine(({ from, to }) => !from || !to || daysBetween(from, to) < LONGEST_RANGE_DAYS, {
    path: ["from"],
    error: `Choose at most ${LONGEST_RANGE_DAYS} days.`,
  });

export type AnalyticsQuery = z.output<typeof analyticsQuery>;

/** From one day to another ("YYYY-MM-DD"). */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}
