import { expect, it } from "vitest";
import { isTimeZone } from "./time-zone.ts";

it("every zone a browser offers is a time zone", () => {
  expect(Intl.supportedValuesOf("timeZone").filter((zone) => !isTimeZone(zone))).toEqual([]);
});

it.each(["US/Pacific", "UTC", "Etc/GMT+5", "America/Argentina/Buenos_Aires"])("%s is a time zone", (zone) => {
  expect(isTimeZone(zone)).toBe(true);
});

it.each([
  "",
  "+02:00",
  "-0700",
  "+02",
  "Z",
  "UTC+2",
  "Arizona",
  "Nowhere/Here",
  "america/phoenix",
  " America/Phoenix",
  "America/Phoenix ",
  "America/Phoenix\n",
  "2026-01-01T00:00[America/Phoenix]",
])("%j is not a time zone", (zone) => {
  expect(isTimeZone(zone)).toBe(false);
});
