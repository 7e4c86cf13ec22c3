import { expect, test } from "vitest";
import { age, ago, dayText, moment } from "./moment.ts";

const PHOENIX = "America/Phoenix";
const now = Date.parse("2026-11-22T07:16:00-07:00");

test.each([
  ["2026-11-22T06:00:00-07:00", "today at 6:00 AM"],
  ["2026-11-23T00:30:00-07:00", "tomorrow at 12:30 AM"],
  ["2026-11-21T23:59:00-07:00", "yesterday at 11:59 PM"],
  ["2026-11-25T22:00:00-07:00", "Wednesday at 10:00 PM"],
  ["2026-11-02T09:05:00-07:00", "Nov 2 at 9:05 AM"],
  ["2025-12-25T09:00:00-07:00", "Dec 25, 2025 at 9:00 AM"],
])("%s is shown as %s in the company's zone", (at, words) => {
  expect(moment(Date.parse(at), PHOENIX, now).replaceAll("\u202f", " ")).toBe(words);
});

test("the day after the clocks go back is tomorrow, although it is 25 hours away", () => {
  const start = Date.parse("2026-11-01T00:30:00-04:00");
  expect(moment(start + 24.75 * 3_600_000, "America/New_York", start)).toContain("tomorrow");
});

test("a recent moment is shown by its age", () => {
  expect(ago(now - 20_000, PHOENIX, now)).toBe("just now");
  expect(ago(now - 60_000, PHOENIX, now)).toBe("a minute ago");
  expect(ago(now - 12 * 60_000, PHOENIX, now)).toBe("12 minutes ago");
  expect(ago(now - 3 * 3_600_000, PHOENIX, now)).toContain("today at 4:16");
});

test.each([
  ["2026-11-22T06:10:00-07:00", "6:10 AM today"],
  ["2026-11-21T18:00:00-07:00", "6:00 PM yesterday"],
  ["2026-11-19T18:00:00-07:00", "6:00 PM on Nov 19"],
])("a list of %s is as of %s", (at, words) => {
  expect(age(Date.parse(at), PHOENIX, now).replaceAll("\u202f", " ")).toBe(words);
});

test("a date of the calendar is the same day everywhere, and an unfinished date stays as it was typed", () => {
  expect(dayText("2026-12-25")).toBe("Dec 25, 2026");
  expect(dayText("2026-12-")).toBe("2026-12-");
});
