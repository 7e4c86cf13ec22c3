import { expect, it } from "vitest";
import { isPickupDay, readPickupDays } from "./pickup-date.ts";

const ZONE = "America/Phoenix";
const NOW = Date.parse("2026-12-05T05:00:00Z"); // the evening of December 4 in Phoenix
const AFTER_MIDNIGHT = Date.parse("2026-12-02T07:30:00Z"); // half past midnight of December 2

it.each([
  "2026-12-05",
  "2025-12-05",
  "20261205",
  "12/5/2026",
  "12/5/26",
  "12-05-2026",
  "12/5",
  "5.12.",
  "5.12.2026, please",
  "December 5",
  "december 5th, 2026",
  "Dec. 5",
  "Saturday, December 5",
  "5 December",
  "the 5th of December",
  "tomorrow",
])("%s is December 5", (said) => {
  expect(readPickupDays(said, ZONE, NOW)).toEqual([{ month: 12, day: 5 }]);
});

it.each(["soon", "", "13/45/2026", "Smarch 5", "December", "5", "February 30", "9:30", "next week", "not tomorrow"])(
  "%j is no date",
  (said) => {
    expect(readPickupDays(said, ZONE, NOW)).toEqual([]);
  },
);

it("the day is the company's, not Greenwich's", () => {
  const pickup = Date.parse("2026-12-06T05:30:00Z"); // 10:30 PM on the 5th
  expect(isPickupDay([{ month: 12, day: 5 }], pickup, ZONE)).toBe(true);
  expect(isPickupDay([{ month: 12, day: 6 }], pickup, ZONE)).toBe(false);
  expect(readPickupDays("today", ZONE, NOW)).toEqual([{ month: 12, day: 4 }]);
});

const isMeant = (said: string, pickup: string, now = NOW) =>
  isPickupDay(readPickupDays(said, ZONE, now), Date.parse(`${pickup}:00-07:00`), ZONE);

it("tonight reaches past midnight, and no further", () => {
  expect(isMeant("tonight", "2026-12-04T23:30")).toBe(true);
  expect(isMeant("tonight", "2026-12-05T00:45")).toBe(true);
  expect(isMeant("tonight", "2026-12-05T06:00")).toBe(false);
  expect(isMeant("Friday night", "2026-12-05T01:00")).toBe(true);
});

it("after midnight, tonight may be the evening that has just passed, and tomorrow the day that has begun", () => {
  expect(isMeant("tonight", "2026-12-01T23:45", AFTER_MIDNIGHT)).toBe(true);
  expect(isMeant("tonight", "2026-12-01T09:00", AFTER_MIDNIGHT)).toBe(false);
  expect(isMeant("tonight", "2026-12-02T22:00", AFTER_MIDNIGHT)).toBe(true);
  expect(isMeant("tomorrow morning", "2026-12-02T06:30", AFTER_MIDNIGHT)).toBe(true);
  expect(isMeant("tomorrow morning", "2026-12-03T06:30", AFTER_MIDNIGHT)).toBe(true);
  expect(isMeant("tomorrow morning", "2026-12-04T06:30", AFTER_MIDNIGHT)).toBe(false);
});

it.each([
  ["next Friday", "2026-12-01", [4, 11]],
  ["next Monday", "2026-12-01", [7]],
  ["next Sunday", "2026-12-01", [6, 13]],
  ["Tuesday", "2026-12-01", [1, 8]],
  ["5.12", "2026-12-01", [5, 12]], // the fifth of December or the twelfth of May
])("%s, said on %s, may be either day where people differ", (said, today, days) => {
  const meant = readPickupDays(said, ZONE, Date.parse(`${today}T19:00:00Z`)).map(({ day }) => day);
  expect(meant.sort((a, b) => a - b)).toEqual(days);
});

it("a day of the month means the next one; one that has passed may also mean this month's", () => {
  const onThe20th = Date.parse("2026-12-20T19:00:00Z");
  expect(readPickupDays("the fifth", ZONE, onThe20th)).toEqual([
    { month: 1, day: 5 },
    { month: 12, day: 5 },
  ]);
  expect(readPickupDays("the thirty-first", ZONE, Date.parse("2026-11-10T19:00:00Z"))).toEqual([
    { month: 12, day: 31 },
  ]);
});
