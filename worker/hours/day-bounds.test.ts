import { expect, it } from "vitest";
import { dayBounds } from "./day-bounds.ts";

const HOUR = 3_600_000;

it.each([
  ["2026-11-22", "America/Phoenix", "2026-11-22T07:00:00Z", 24],
  ["2026-03-08", "America/Los_Angeles", "2026-03-08T08:00:00Z", 23],
  ["2026-11-01", "America/Los_Angeles", "2026-11-01T07:00:00Z", 25],
  ["2026-04-24", "Africa/Cairo", "2026-04-23T22:00:00Z", 23], // midnight is skipped here
])("%s in %s begins at %s and lasts %i hours", (day, zone, start, hours) => {
  const bounds = dayBounds(day, zone);
  expect(new Date(bounds?.start ?? 0).toISOString().replace(".000", "")).toBe(start);
  expect(((bounds?.end ?? 0) - (bounds?.start ?? 0)) / HOUR).toBe(hours);
});

it.each(["2026-02-30", "yesterday", ""])("%j is not a day", (day) => {
  expect(dayBounds(day, "America/Phoenix")).toBeNull();
});
