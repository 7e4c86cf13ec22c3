import { expect, test } from "vitest";
import { usHolidays } from "./us-holidays.ts";

test("each holiday has its next date, soonest first", () => {
  expect(usHolidays("2026-11-27").map(({ label, date }) => `${date} ${label}`)).toEqual([
    "2026-12-25 Christmas Day",
    "2027-01-01 New Year's Day",
    "2027-05-31 Memorial Day",
    "2027-07-04 Independence Day",
    "2027-09-06 Labor Day",
    "2027-11-25 Thanksgiving",
  ]);
});

test("a holiday that is today is still to come", () => {
  expect(usHolidays("2026-11-26")[0]).toEqual({ label: "Thanksgiving", date: "2026-11-26" });
  expect(usHolidays("2028-05-29")[0]).toEqual({ label: "Memorial Day", date: "2028-05-29" });
});
