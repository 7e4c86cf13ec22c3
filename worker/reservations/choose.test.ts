import { expect, it } from "vitest";
import { choose } from "./choose.ts";
import { ridePhase } from "./ride-phase.ts";
import type { Match } from "./store/lookups.ts";

const NOW = Date.parse("2026-11-26T19:00:00Z");
const HOUR = 3_600_000;

function booking(confirmationNumber: string, hours: number | null, status: Match["status"] = "confirmed"): Match {
  return {
    confirmationNumber,
    confirmationKey: confirmationNumber.replace(/\W/g, ""),
    pickupAt: hours === null ? null : NOW + hours * HOUR,
    status,
  } as Match; // the rest plays no part in the choice
}

function chosen(...matches: Match[]): string[] {
  const choice = choose(matches, { words: null, candidates: [] }, NOW);
  return choice.kind === "one"
    ? [choice.match, ...choice.others].map((match) => match.confirmationNumber)
    : [choice.kind];
}

it("the ride to come is meant, not one that was completed two hours ago", () => {
  expect(chosen(booking("done", -2, "completed"), booking("next", 5))).toEqual(["next", "done"]);
});

it("at noon the return at half past five is meant, not the departure at half past seven", () => {
  expect(chosen(booking("departure", -4.5), booking("return", 5.5))).toEqual(["return", "departure"]);
});

it("a ride whose driver is late is meant before one of tomorrow", () => {
  expect(chosen(booking("tomorrow", 20), booking("late", -0.5))).toEqual(["late", "tomorrow"]);
  expect(chosen(booking("tomorrow", 20), booking("on the road", -6, "in_car"))).toEqual(["on the road", "tomorrow"]);
});

it("cancelled rides come next, then past ones, the latest first", () => {
  const all = [
    booking("old", -80),
    booking("cancelled", 1, "cancelled"),
    booking("yesterday", -20),
    booking("later", 9),
    booking("no time", null),
  ];
  expect(chosen(...all)).toEqual(["later", "no time", "cancelled", "yesterday", "old"]);
});

it("no match gives no booking", () => {
  expect(chosen()).toEqual(["none"]);
});

it.each([
  [1, "confirmed", "ahead"],
  [null, "pending", "ahead"],
  [-1.9, "confirmed", "under_way"],
  [-2.1, "confirmed", "over"],
  [-11, "in_car", "under_way"],
  [-13, "en_route", "over"],
  [1, "completed", "over"],
  [1, "cancelled", "cancelled"],
] as const)("a pick-up in %s hours that is %s is %s", (hours, status, phase) => {
  expect(ridePhase(booking("x", hours, status), NOW)).toBe(phase);
});
