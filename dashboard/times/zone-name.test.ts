import { afterEach, expect, test, vi } from "vitest";
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

afterEach(() => {
  vi.useRealTimers();
});

test("a zone keeps its name in the night in which its clocks change", () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2027, 9, 31, 0, 58) });
  expect(zoneName("Europe/Berlin")).toBe("Central European Time");
});
