import * as fc from "fast-check";
import { expect, it } from "vitest";
import { billedMinutes } from "./billed-minutes.ts";
import { type Entry, settleEntries } from "./settle-entries.ts";
import { testCall } from "./test-call.ts";

const CALL = { status: "ended", disconnectionReason: "user_hangup", startedAt: 0, endedAt: null, durationMs: null };
const lasting = (durationMs: number, more = {}) => billedMinutes({ ...CALL, durationMs, ...more }, null);

it.each([
  [0, 0, "short"],
  [5_999, 0, "short"],
  [6_000, 1, null],
  [60_000, 1, null],
  [60_001, 2, null],
  [3_600_000, 60, null],
] as const)("a call of %i ms is billed as %i minutes", (durationMs, minutes, free) => {
  expect(lasting(durationMs)).toEqual({ minutes, free });
});

it("a call without a stated length is billed from its start to its end, and one without either is free", () => {
  expect(billedMinutes({ ...CALL, endedAt: 61_000 }, null)).toEqual({ minutes: 2, free: null });
  expect(billedMinutes(CALL, null)).toEqual({ minutes: 0, free: "short" });
  expect(billedMinutes({ ...CALL, startedAt: 90_000, endedAt: 5_000 }, null).minutes).toBe(0);
});

it.each([{ status: "not_connected" }, { disconnectionReason: "marked_as_spam" }, { disconnectionReason: "dial_busy" }])(
  "a call that the agent did not take is free (%j)",
  (more) => {
    expect(lasting(90_000, more)).toEqual({ minutes: 0, free: "rejected" });
  },
);

it("a test is free however long it is", () => {
  expect(billedMinutes({ ...CALL, durationMs: 600_000 }, "proof")).toEqual({ minutes: 0, free: "proof" });
});

it("a test is the call that proved the number, or one from the operator's own phone, but not from a line that forwards", () => {
  const facts = {
    startedAt: 100_000,
    fromNumber: "+16025550111",
    verifiedAt: null,
    operatorPhone: null,
    ownNumbers: [],
  };
  expect(testCall(facts)).toBeNull();
  expect(testCall({ ...facts, verifiedAt: 99_000 })).toBe("proof");
  expect(testCall({ ...facts, verifiedAt: 40_000 })).toBeNull();
  expect(testCall({ ...facts, verifiedAt: 100_001 })).toBeNull();
  expect(testCall({ ...facts, operatorPhone: "+16025550111" })).toBe("own_phone");
  expect(testCall({ ...facts, operatorPhone: "+16025550111", ownNumbers: ["+16025550111"] })).toBeNull();
  expect(testCall({ ...facts, fromNumber: null })).toBeNull();
});

const anyEntry: fc.Arbitrary<Entry> = fc.record({
  at: fc.nat(2),
  free: fc.constantFrom(null, "short", "proof"),
  calls: fc.integer({ min: -1, max: 1 }),
  minutes: fc.integer({ min: -9, max: 9 }),
  costMillicents: fc.integer({ min: -9, max: 9 }),
});

it("whatever a call's rows were, settling makes them add up to what is wanted, and settling again adds nothing", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEntry, { maxLength: 6 }), anyEntry, async (known, target) => {
      const wanted = { ...target, calls: 1 };
      const settled = [...known, ...settleEntries(known, wanted)];
      expect(settleEntries(settled, wanted)).toEqual([]);
      const at = (entries: Entry[]) =>
        entries
          .filter((entry) => entry.at === wanted.at && entry.free === wanted.free)
          .reduce((n, e) => n + e.minutes, 0);
      expect(at(settled)).toBe(wanted.minutes);
      expect(settled.reduce((n, { minutes }) => n + minutes, 0)).toBe(wanted.minutes);
    }),
  );
});
