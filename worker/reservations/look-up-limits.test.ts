import { describe, expect, it } from "vitest";
import { type CallersLookUp, type CompanysLookUps, limitsFor, NOTHING_COUNTED } from "./look-up-limits.ts";

const NOW = Date.parse("2031-12-05T14:00:00Z");
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const caller = (lookUps: Partial<CallersLookUp>[]) =>
  limitsFor(
    "second_factor",
    {
      ...NOTHING_COUNTED,
      caller: lookUps.map((lookUp) => ({ at: NOW - MINUTE, result: "missed", person: null, ...lookUp })),
    },
    NOW,
  );
const company = (counted: Partial<CompanysLookUps>, rule: Parameters<typeof limitsFor>[0] = "second_factor") =>
  limitsFor(rule, { caller: [], company: { ...NOTHING_COUNTED.company, ...counted } }, NOW);
const times = (count: number, lookUp: Partial<CallersLookUp> = {}) => Array.from({ length: count }, () => lookUp);
const persons = (count: number, at = NOW - MINUTE) =>
  Array.from({ length: count }, (_, n) => ({ at, result: "heard" as const, person: `person ${n}` }));

describe("a caller", () => {
  it("is locked after five misses in an hour; a look-up that is still being answered is one of them", () => {
    expect(caller(times(4)).callerLocked).toBe(false);
    expect(caller([...times(4), { result: "open" }]).callerLocked).toBe(true);
    expect(caller([...times(4), { result: "heard" }]).callerLocked).toBe(false);
    expect(caller(times(5, { at: NOW - HOUR })).callerLocked).toBe(false);
  });

  it("is locked for longer after ten in a day", () => {
    expect(caller(times(9, { at: NOW - 5 * HOUR })).callerLocked).toBe(false);
    expect(caller(times(10, { at: NOW - 5 * HOUR })).callerLocked).toBe(true);
  });

  it("hears about ten passengers in an hour and twenty in a day, and may ask about those again", () => {
    expect(caller(persons(9)).mayHear("another")).toBe(true);
    expect(caller(persons(10)).mayHear("another")).toBe(false);
    expect(caller(persons(10)).mayHear("person 3")).toBe(true);
    expect(caller(persons(19, NOW - 5 * HOUR)).mayHear("another")).toBe(true);
    expect(caller(persons(20, NOW - 5 * HOUR)).mayHear("another")).toBe(false);
  });

  it("that has heard about two passengers needs more than a date", () => {
    expect(caller(persons(1)).demand).toEqual({ details: 1, dates: true });
    expect(caller(persons(2)).demand).toEqual({ details: 1, dates: false });
  });
});

describe("all callers of a company together", () => {
  it("make dates worthless with five misses by date, and one more for eighty bookings heard", () => {
    expect(company({ dateMisses: 4 })).toMatchObject({ guarded: false, demand: { dates: true } });
    expect(company({ dateMisses: 5 })).toMatchObject({ guarded: true, demand: { details: 1, dates: false } });
    expect(company({ dateMisses: 5, heard: 80 })).toMatchObject({ guarded: false, demand: { dates: true } });
  });

  it("make one more detail necessary with many misses, or with many passengers heard in an hour", () => {
    expect(company({ misses: 99 }).demand.details).toBe(1);
    expect(company({ misses: 100 })).toMatchObject({ guarded: true, demand: { details: 2 } });
    expect(company({ misses: 100, heard: 12 }).demand.details).toBe(1);
    expect(company({ misses: 100 }, "confirmation_only").demand.details).toBe(1);
    expect(company({ lastHour: 120, heard: 1000 }, "confirmation_only").demand.details).toBe(1);
  });

  it("make look-ups wait after each miss, ever longer, for a quarter of an hour at most", () => {
    const waits = (misses: number, ago: number) => company({ misses, lastMissAt: NOW - ago }).waiting;
    expect(waits(149, 0)).toBe(false);
    expect([waits(150, 29_000), waits(150, 31_000)]).toEqual([true, false]);
    expect([waits(160, 59_000), waits(160, 61_000)]).toEqual([true, false]);
    expect([waits(900, 14 * MINUTE), waits(900, 15 * MINUTE)]).toEqual([true, false]);
  });
});
