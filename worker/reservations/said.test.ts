import { describe, expect, it } from "vitest";
import { choose } from "./choose.ts";
import { confirmationCandidates } from "./confirmation-candidates.ts";
import { MORE_DATES, MORE_NAMES, MORE_NUMBERS, MORE_PHONES } from "./fixtures/held-back.ts";
import { booking, LIST, PHONES } from "./fixtures/look-alikes.ts";
import { SAID_DATES } from "./fixtures/said-dates.ts";
import { SAID_NAMES } from "./fixtures/said-names.ts";
import { SAID_NUMBERS } from "./fixtures/said-numbers.ts";
import { SAID_PHONES } from "./fixtures/said-phones.ts";
import { heardPhone } from "./heard-phone.ts";
import { isLastName } from "./last-name.ts";
import { readPickupDays } from "./pickup-date.ts";

// Callers' words, and the one booking among look-alikes that they mean. No other booking may be found.

const NOON = Date.parse("2026-12-01T19:00:00Z"); // Tuesday, December 1, in Phoenix

/** The booking that is found for what was said; null where the agent has to ask. */
function found(said: string): string | null {
  const candidates = confirmationCandidates(said);
  const keys = new Set(candidates.map(({ key }) => key));
  const matches = LIST.filter((match) => keys.has(match.confirmationKey));
  const choice = choose(matches, { words: said, candidates }, NOON);
  return choice.kind === "one" && choice.byNumber ? choice.match.confirmationNumber : null;
}

describe("a confirmation number", () => {
  it.each([...SAID_NUMBERS, ...MORE_NUMBERS])("said as %j is booking %j and no other", (said, meant) => {
    expect(found(said)).toBe(meant);
  });

  it("is looked up in fourteen ways at most", () => {
    for (const [said] of [...SAID_NUMBERS, ...MORE_NUMBERS])
      expect(confirmationCandidates(said).length, said).toBeLessThanOrEqual(14);
  });

  it("that leaves two readings open is asked for when both are bookings, and found when one is", () => {
    const open = confirmationCandidates("twenty, six");
    expect(open.map(({ key }) => key)).toEqual(expect.arrayContaining(["26", "206"]));
    const only = (...numbers: string[]) =>
      choose(numbers.map(booking), { words: "twenty, six", candidates: open }, NOON);
    expect(only("26", "206")).toEqual({ kind: "unclear" });
    expect(only("206")).toMatchObject({ kind: "one", match: { confirmationNumber: "206" } });
  });

  it("with lost zeros is found only when no other booking fits", () => {
    const candidates = confirmationCandidates("00123");
    const among = (...numbers: string[]) => {
      const choice = choose(numbers.map(booking), { words: "00123", candidates }, NOON);
      return choice.kind === "one" ? choice.match.confirmationNumber : choice.kind;
    };
    expect(among("123")).toBe("123");
    expect(among("123", "00123")).toBe("00123");
    expect(among("123", "0123")).toBe("unclear");
  });

  it.each([
    "RES-20261205-1",
    "20261205-0001",
    "RES-20261205-00001",
    "RES-20261205-0OO1",
    "RES 20261205",
    "the last four are 0001",
  ])("is never filled in: %s", (said) => expect(found(said)).toBeNull());
});

describe("a telephone number", () => {
  it.each([...SAID_PHONES, ...MORE_PHONES])("said as %j is %j", (said, meant) => {
    expect(heardPhone(said)).toBe(meant);
    expect(meant === null || PHONES.includes(meant)).toBe(true);
  });
});

describe("the day of a ride", () => {
  it.each([...SAID_DATES, ...MORE_DATES])("said as %j on Tuesday, December 1", (said, ...meant) => {
    const days = readPickupDays(said, "America/Phoenix", NOON).filter(({ hours }) => hours === undefined);
    const written = days.map(({ month, day }) => `${two(month)}-${two(day)}`);
    expect(written).toEqual(meant);
  });
});

describe("a last name", () => {
  it.each([...SAID_NAMES, ...MORE_NAMES])("%j for %j: %j", (said, inList, proves) => {
    expect(isLastName(said, inList)).toBe(proves);
  });
});

function two(number: number): string {
  return String(number).padStart(2, "0");
}
