import { Temporal } from "temporal-polyfill/implementation";
import { describe, expect, it } from "vitest";
import type { BusinessHours } from "../hours/hours.ts";
import { type SwitchEnd, switchEnds } from "./switch-ends.ts";

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const hours = (start: number, end: number, change: Partial<BusinessHours> = {}): BusinessHours => ({
  timezone: "America/Phoenix",
  start,
  end,
  weekly: null,
  exceptions: [],
  ...change,
});
const words = (ends: SwitchEnd[]) => ends.map(({ text }) => text);

describe("until when the manual switch may count", () => {
  it("offers round moments for the agent, and closing time", () => {
    const { agent } = switchEnds(hours(6, 22), at("2026-11-24T12:00:30-07:00"));
    expect(words(agent)).toEqual(["1:01 PM today", "4:01 PM today", "10 PM today", "midnight tonight"]);
  });

  it("closes the office for today, or until it opens again", () => {
    const { closed } = switchEnds(hours(6, 22), at("2026-11-24T12:00-07:00"));
    expect(words(closed)).toEqual(["midnight tonight", "6 AM tomorrow, Wednesday November 25"]);
  });

  it("takes the shift that works past midnight for part of today", () => {
    const { closed } = switchEnds(hours(18, 2), at("2026-11-24T12:00-07:00"));
    expect(words(closed)).toEqual(["2 AM tomorrow, Wednesday November 25", "6 PM tomorrow, Wednesday November 25"]);
  });

  it("ends at midnight for an office around the clock, and offers no moment twice", () => {
    const { agent, closed } = switchEnds(hours(0, 0), at("2026-11-24T20:00-07:00"));
    expect(words(closed)).toEqual(["midnight tonight"]);
    expect(words(agent)).toEqual(["9 PM today", "midnight tonight"]);
  });

  it("offers nothing that lies more than a month ahead", () => {
    const weekly = { mon: [] };
    const { agent, closed } = switchEnds(hours(0, 0, { weekly }), at("2026-11-24T12:00-07:00"));
    expect(words(closed)).toEqual(["midnight tonight"]);
    expect(agent).toHaveLength(3);
  });

  it("counts real hours on the night the clocks go back", () => {
    const now = at("2026-11-01T00:30-07:00");
    const { agent } = switchEnds(hours(6, 22, { timezone: "America/Los_Angeles" }), now);
    expect(words(agent)).toEqual(["1:30 AM today", "3:30 AM today", "6 AM today", "midnight tonight"]);
    expect(agent.map(({ until }) => (until - now) / 3_600_000)).toEqual([1, 4, 6.5, 24.5]);
  });
});
