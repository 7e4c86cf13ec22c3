import { describe, expect, it } from "vitest";
import type { RoutedCall } from "../telephony/store/routed-calls.ts";
import { findingsOf, type WatchedRoute } from "./findings.ts";
import { isUnlikelySilence } from "./silence.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 25, 19); // a Wednesday, noon in Phoenix
const LONG_AGO = NOW - 400 * DAY;

/** Calls at these distances before now, newest first. */
const ago = (...hours: number[]) => hours.map((hour) => NOW - hour * HOUR);
const daily = (lastHours: number) => ago(...Array.from({ length: 20 }, (_, day) => lastHours + day * 24));

describe("a silence is unlikely", () => {
  it.each([
    ["a call a day, and none for a day", daily(25), LONG_AGO, false],
    ["a call a day, and none for three", daily(72), LONG_AGO, true],
    [
      "several an hour, and none for half a day",
      ago(...Array.from({ length: 50 }, (_, n) => 12 + n / 4)),
      LONG_AGO,
      false,
    ],
    [
      "several an hour, and none for more than a day",
      ago(...Array.from({ length: 50 }, (_, n) => 25 + n / 4)),
      LONG_AGO,
      true,
    ],
    ["weekdays alone, on Monday", ago(...[62, 63, 64, 86, 87, 88, 110, 111, 112, 134, 230, 231]), LONG_AGO, false],
    ["too few calls for a pattern", ago(300, 301, 302), LONG_AGO, false],
    ["a new way, and no call in six days", [], NOW - 6 * DAY, false],
    ["a new way, and no call in eight days", [], NOW - 8 * DAY, true],
    ["a new way of a busy company, and no call since yesterday", daily(74), NOW - 23 * HOUR, false],
    ["a new way of a busy company, and no call in three days", daily(80), NOW - 72 * HOUR, true],
  ])("%s", (_, calls, since, unlikely) => {
    expect(isUnlikelySilence(calls, since, NOW)).toBe(unlikely);
  });
});

const HOURS = { timezone: "America/Phoenix", start: 8, end: 18, weekly: null, exceptions: [] };
const route: WatchedRoute = {
  method: "forwarding",
  since: LONG_AGO,
  pressOne: false,
  mode: "after_hours",
  hours: HOURS,
  switched: false,
  rings: [],
  routed: [],
  changedAtCarrier: null,
};
const rings = (reason: string, ...hours: number[]) =>
  ago(...hours).map((receivedAt) => ({ receivedAt, forwardReason: reason }));

describe("calls at the agent while the office is open", () => {
  it.each([
    ["three since this morning", { rings: rings("", 1, 2, 3) }, true],
    ["two are not many", { rings: rings("", 1, 2) }, false],
    ["after the office did not pick up", { rings: rings("no-answer", 1, 2, 3) }, false],
    ["before the office opens", { rings: rings("unconditional", 5, 6, 7) }, false],
    ["where the mode is another", { rings: rings("", 1, 2, 3), mode: "always" as const }, false],
    ["while the manual switch counts", { rings: rings("", 1, 2, 3), switched: true }, false],
    ["before the way was chosen", { rings: rings("", 1, 2, 3), since: NOW - HOUR / 2 }, false],
    ["where we decide ourselves", { rings: rings("", 1, 2, 3), method: "twilio_live" as const }, false],
  ])("%s", (_, change, found) => {
    expect(findingsOf({ ...route, ...change }, NOW).agent_in_office_hours).toBe(found);
  });
});

describe("a voicemail that seems to take the calls", () => {
  const leg = (officeSeconds: number, more: Partial<RoutedCall> = {}) =>
    ({
      receivedAt: NOW,
      officeStatus: "completed",
      officeSeconds,
      officePressedAt: null,
      toAgentAt: null,
      ...more,
    }) as RoutedCall; // as much of a row as it looks at
  it.each([
    ["three short calls of five", [leg(8), leg(120), leg(9), leg(200), leg(4)], false, true],
    ["two short calls of five", [leg(8), leg(120), leg(9), leg(200), leg(40)], false, false],
    ["short calls that somebody pressed a key in", [1, 2, 3].map(() => leg(8, { officePressedAt: 1 })), false, false],
    ["calls that went on to the agent", [1, 2, 3].map(() => leg(8, { toAgentAt: 1 })), false, false],
    ["where a key has to be pressed", [leg(8), leg(8), leg(8)], true, false],
  ])("%s", (_, routed, pressOne, found) => {
    expect(findingsOf({ ...route, method: "twilio_live", routed, pressOne }, NOW).voicemail).toBe(found);
  });
});

it("if the carrier does not say, that is neither a finding nor its end, and a route that is not in use has none", () => {
  expect(findingsOf(route, NOW).changed_at_carrier).toBeNull();
  expect(findingsOf({ ...route, changedAtCarrier: true }, NOW).changed_at_carrier).toBe(true);
  expect(Object.values(findingsOf({ ...route, method: "none", changedAtCarrier: true }, NOW))).not.toContain(true);
});
