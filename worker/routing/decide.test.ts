import { Temporal } from "temporal-polyfill/implementation";
import { describe, expect, it } from "vitest";
import { decideRoute, type Override, type RoutingSettings } from "./decide.ts";

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const NOON = at("2026-11-24T12:00-07:00");
const TEN_PM = at("2026-11-24T22:00-07:00");
const MIDNIGHT = at("2026-11-25T00:00-07:00");

const company = (change: Partial<RoutingSettings>): RoutingSettings => ({
  hours: { timezone: "America/Phoenix", start: 6, end: 22, weekly: null, exceptions: [] },
  forwardingMode: "after_hours",
  officePhone: "+15205550100",
  ringSeconds: 18,
  override: null,
  ...change,
});
const answers = (change: Partial<RoutingSettings>, now: number) => {
  const { route, reason } = decideRoute(company(change), now);
  return `${route}: ${reason}`;
};
const until = (when: number, which: Override["answers"]) => ({ override: { answers: which, until: when } });

describe("a call to the company's number", () => {
  it.each([
    ["always", NOON, "agent: always_agent"],
    ["always", MIDNIGHT, "agent: always_agent"],
    ["after_hours", NOON, "office: open"],
    ["after_hours", MIDNIGHT, "agent: closed"],
    ["overflow", NOON, "office: overflow"],
    ["overflow", MIDNIGHT, "office: overflow"],
  ] as const)("in %s mode at %d goes to the %s", (forwardingMode, now, expected) => {
    expect(answers({ forwardingMode }, now)).toBe(expected);
  });

  it.each([null, "", "  "])("goes to the agent when the office has no phone (%j)", (officePhone) => {
    expect(answers({ forwardingMode: "overflow", officePhone }, NOON)).toBe("agent: no_office_phone");
    expect(answers({ officePhone, ...until(TEN_PM, "office") }, NOON)).toBe("agent: no_office_phone");
  });
});

describe("the manual switch", () => {
  it.each([
    ["agent", "after_hours", NOON, "agent: switched_to_agent"],
    ["closed", "overflow", NOON, "agent: closed_today"],
    ["office", "always", MIDNIGHT, "office: switched_to_office"],
    ["office", "after_hours", MIDNIGHT, "office: switched_to_office"],
  ] as const)("%s counts instead of %s mode", (which, forwardingMode, now, expected) => {
    expect(answers({ forwardingMode, ...until(MIDNIGHT + 1, which) }, now)).toBe(expected);
  });

  it("ends at its minute, and the schedule counts again", () => {
    expect(answers(until(NOON, "agent"), NOON - 1)).toBe("agent: switched_to_agent");
    expect(answers(until(NOON, "agent"), NOON)).toBe("office: open");
  });

  it("tells the agent whether the office counts as open", () => {
    expect(decideRoute(company(until(MIDNIGHT, "closed")), NOON).open).toBe(false);
    expect(decideRoute(company(until(MIDNIGHT + 1, "office")), MIDNIGHT).open).toBe(true);
    expect(decideRoute(company(until(MIDNIGHT, "agent")), NOON).open).toBe(true);
  });
});

describe("when the answer changes next", () => {
  it("is the closing of the office", () => {
    expect(decideRoute(company({}), NOON).until).toBe(TEN_PM);
    expect(decideRoute(company({ forwardingMode: "always" }), NOON).until).toBe(TEN_PM);
  });

  it("is the end of the switch where that comes first, or the first change after it", () => {
    expect(decideRoute(company(until(TEN_PM - 1, "agent")), NOON).until).toBe(TEN_PM - 1);
    expect(decideRoute(company(until(MIDNIGHT, "closed")), NOON).until).toBe(MIDNIGHT);
  });

  it("is never for an office around the clock without a switch", () => {
    const hours = { timezone: "America/Phoenix", start: 0, end: 0, weekly: null, exceptions: [] };
    expect(decideRoute(company({ hours }), NOON).until).toBeNull();
  });
});
