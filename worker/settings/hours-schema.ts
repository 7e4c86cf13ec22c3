import * as z from "zod";
import { HAS_HIDDEN, isVisible } from "../lib/visible-text.ts";

export const WINDOWS_A_DAY = 6; // more than a desk with split shifts needs; keeps a spoken answer short
export const EXCEPTIONS = 100; // three years of holidays

const window = z.object({
  open: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Choose when you open, from 00:00 to 23:59."),
  close: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "Choose when you close, from 00:00 to 24:00."),
});

const windows = z
  .array(window, "Give a list of opening times.")
  .max(WINDOWS_A_DAY, `A day can have at most ${WINDOWS_A_DAY} opening times.`);
const closed = windows.default([]);

/** Opening times by weekday; a day that is left out is closed. */
export const weeklyHours = z.strictObject(
  { mon: closed, tue: closed, wed: closed, thu: closed, fri: closed, sat: closed, sun: closed },
  "Give opening times by day: mon, tue, wed, thu, fri, sat, sun.",
);

const exception = z.object({
  date: z.iso.date("Choose a date."),
  label: z
    .string()
    .trim()
    .max(60, "Keep the name of the day under 60 characters.")
    .refine((label) => !/\{\{|\}\}/.test(label), "Leave {{ and }} out of the name of the day.")
    .refine(isVisible, HAS_HIDDEN)
    .default(""),
  windows,
});

/** Dates with hours of their own, such as holidays; no windows means closed all day. */
export const hourExceptions = z
  .array(exception, "Give a list of dates.")
  .max(EXCEPTIONS, `Keep it to ${EXCEPTIONS} dates. Remove the ones that have passed.`)
  .superRefine((exceptions, context) => {
    const seen = new Set<string>();
    for (const [index, { date }] of exceptions.entries()) {
      if (seen.has(date)) {
        context.addIssue({ code: "custom", path: [index, "date"], message: "This date is already in the list." });
      }
      seen.add(date);
    }
  });
