import * as z from "zod";
import { day, daysBetween, LONGEST_RANGE_DAYS } from "../analytics/analytics-schema.ts";

/** `?from=&to=`: days of the company's calendar, both included. Without them, the month of today. */
export const usageQuery = z
  .object({ from: day, to: day })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), {
    path: ["to"],
    error: "Give the first and the last day, or neither for this month.",
  })
  .refine(({ from, to }) => !from || !to || from <= to, {
    path: ["to"],
    error: "The last day is before the first one.",
  })
  .refine(({ from, to }) => !from || !to || daysBetween(from, to) < LONGEST_RANGE_DAYS, {
    path: ["from"],
    error: `Choose at most ${LONGEST_RANGE_DAYS} days.`,
  });

export type UsageQuery = z.output<typeof usageQuery>;
