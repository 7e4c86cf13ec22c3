import { expect, it } from "vitest";
import { isPickupDay, readPickupDate } from "./pickup-date.ts";

const ZONE = "America/Phoenix";
const NOW = Date.parse("2026-12-05T05:00:00Z"); // the evening of December 4 in Phoenix

it.each([
  "2026-12-05",
  "2025-12-05",
  "12/5/2026",
  "12/5/26",
  "12-05-2026",
  "12/5",
  "December 5",
  "december 5th, 2026",
  "Dec. 5",
  "Saturday, December 5",
  "5 December",
  "the 5th of December",
  "tomorrow",
])("%s is December 5", (said) => {
  expect(readPickupDate(said, ZONE, NOW)).toMatchObject({ month: 12, day: 5 });
});

it.each(["soon", "", "13/45/2026", "Smarch 5", "December", "5"])("%j is no date", (said) => {
  expect(readPickupDate(said, ZONE, NOW)).toBeNull();
});

it("the day is the company's, not Greenwich's", () => {
  const pickup = Date.parse("2026-12-06T05:30:00Z"); // 10:30 PM on the 5th
  expect(isPickupDay({ month: 12, day: 5 }, pickup, ZONE)).toBe(true);
  expect(isPickupDay({ month: 12, day: 6 }, pickup, ZONE)).toBe(false);
  expect(readPickupDate("tonight", ZONE, NOW)).toMatchObject({ month: 12, day: 4 });
});
