import { Temporal } from "temporal-polyfill/implementation";
import { describe, expect, it } from "vitest";
import type { Override, RoutingSettings } from "./decide.ts";
import { sayRoute } from "./say-route.ts";

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const NOON = at("2026-11-24T12:00-07:00");
const LATE = at("2026-11-24T23:00-07:00");
const MIDNIGHT = at("2026-11-25T00:00-07:00");

const company = (change: Partial<RoutingSettings>): RoutingSettings => ({
  hours: { timezone: "America/Phoenix", start: 6, end: 22, weekly: null, exceptions: [] },
  forwardingMode: "after_hours",
  officePhone: "+15205550100",
  ringSeconds: 18,
  override: null,
  ...change,
});
const said = (change: Partial<RoutingSettings>, now: number) => {
  const { now: first, why } = sayRoute(company(change), now);
  return `${first} ${why}`;
};
const switched = (answers: Override["answers"], until: number) => ({ override: { answers, until } });

describe("who answers now, and until when, in a sentence", () => {
  it("follows the hours", () => {
    expect(said({}, NOON)).toBe(
      "Your office rings first until 10 PM today. If nobody picks up within 18 seconds, your agent answers. Your office is open. After that your agent answers every call.",
    );
    expect(said({}, LATE)).toBe(
      "Your agent answers every call until 6 AM tomorrow, Wednesday November 25. Your office is closed. After that your office rings first.",
    );
  });

  it("has no end where the mode alone decides", () => {
    expect(said({ forwardingMode: "always" }, NOON)).toBe(
      "Your agent answers every call. Your settings say so, day and night.",
    );
    expect(said({ forwardingMode: "overflow" }, LATE)).toBe(
      "Your office rings first. If nobody picks up within 18 seconds, your agent answers. Your settings say so, day and night.",
    );
  });

  it("says that an office phone is missing", () => {
    expect(said({ forwardingMode: "overflow", officePhone: null }, NOON)).toBe(
      "Your agent answers every call. No office phone is set, so there is nothing else to ring.",
    );
  });

  it.each([
    ["agent", "after_hours", "Your agent answers every call until midnight tonight. You switched to this by hand."],
    ["agent", "always", "Your agent answers every call until midnight tonight. You switched to this by hand."],
    ["closed", "overflow", "Your agent answers every call until midnight tonight. You closed the office by hand."],
    [
      "office",
      "always",
      "Your office rings first until midnight tonight. If nobody picks up within 18 seconds, your agent answers. You switched to this by hand.",
    ],
  ] as const)(
    "names the end of the switch to %s in %s mode, even where the schedule has the same answer",
    (answers, forwardingMode, words) => {
      expect(said({ forwardingMode, ...switched(answers, MIDNIGHT) }, NOON)).toBe(
        `${words} After that your schedule counts again.`,
      );
    },
  );

  it("forgets a switch that has run out", () => {
    expect(said(switched("agent", NOON), NOON)).toBe(said({}, NOON));
  });
});
