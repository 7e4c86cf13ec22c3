import { expect, test } from "vitest";
import { zoneName } from "./zone-name.ts";

test.each([
  ["America/Chicago", "Central Time"],
  ["America/New_York", "Eastern Time"],
  ["America/Phoenix", "Mountain Standard Time"],
  ["America/Indiana/Indianapolis", "Eastern Time"],
  ["Europe/Berlin", "Central European Time"],
])("%s is called %s", (zone, name) => {
  expect(zoneName(zone)).toBe(name);
});
