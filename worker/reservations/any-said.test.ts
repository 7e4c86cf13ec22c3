import fc from "fast-check";
import { Temporal } from "temporal-polyfill/implementation";
import { describe, expect, it } from "vitest";
import { choose } from "./choose.ts";
import { confirmationKey } from "./confirmation.ts";
import { confirmationCandidates } from "./confirmation-candidates.ts";
import { booking } from "./fixtures/look-alikes.ts";
import { sayDigits, sayLetters } from "./fixtures/say-number.ts";
import { heardPhone } from "./heard-phone.ts";
import { isLastName } from "./last-name.ts";
import { GIVEN_NAMES } from "./name/given-names.ts";
import { SURNAMES } from "./name/surnames.ts";
import { readPickupDays } from "./pickup-date.ts";

const RUNS = 300;
const ZONE = "America/Phoenix";
const NOON = Date.parse("2026-12-01T19:00:00Z");

const digits = (min: number, max: number) =>
  fc.array(fc.constantFrom(..."0123456789"), { minLength: min, maxLength: max }).map((all) => all.join(""));
const letters = fc
  .array(fc.constantFrom(..."ABCDEFGHIJKLMNPQRSTUVWXYZ"), { minLength: 0, maxLength: 3 })
  .map((all) => all.join(""));
const before = fc.constantFrom("", "my confirmation number is ", "uh, it's ", "yes, the code is ");
const after = fc.constantFrom("", " please", ", and my name is Rhea Stone", " for tomorrow", ", thank you");

/** A number and a random way to say it. */
const saidNumber = fc.tuple(letters, digits(2, 8), before, after).chain(([prefix, number, lead, tail]) =>
  fc.tuple(sayLetters(prefix), sayDigits(number)).map(([first, second]) => ({
    number: prefix + number,
    said: `${lead}${first ? `${first}, ` : ""}${second}${tail}`,
  })),
);

/** Numbers that are one slip away. */
function alike(number: string): string[] {
  const slips = [...number].flatMap((character, at) => [
    number.slice(0, at) + number.slice(at + 1),
    `${number.slice(0, at)}0${number.slice(at)}`,
    number.slice(0, at) + (/\d/.test(character) ? String((Number(character) + 1) % 10) : "Z") + number.slice(at + 1),
    number.slice(0, at) + number.charAt(at + 1) + character + number.slice(at + 2),
  ]);
  return [...new Set(slips)].filter((slip) => slip !== number && slip !== "");
}

describe("however it is said", () => {
  it("the confirmation number that was meant is among the few that are looked up", () => {
    fc.assert(
      fc.property(saidNumber, ({ number, said }) => {
        const candidates = confirmationCandidates(said);
        expect(candidates.filter(({ confidence }) => confidence === "heard").map(({ key }) => key)).toContain(number);
        expect(candidates.length).toBeLessThanOrEqual(14);
      }),
      { numRuns: RUNS },
    );
  });

  it("the booking that was meant is found among those one slip away, or the caller is asked", () => {
    fc.assert(
      fc.property(saidNumber, ({ number, said }) => {
        const candidates = confirmationCandidates(said);
        const keys = new Set(candidates.map(({ key }) => key));
        const matches = [number, ...alike(number)].map(booking).filter((match) => keys.has(match.confirmationKey));
        const choice = choose(matches, { words: said, candidates }, NOON);
        expect(choice.kind === "one" ? choice.match.confirmationKey : number).toBe(number);
        expect(choice.kind).not.toBe("none");
      }),
      { numRuns: RUNS },
    );
  });

  it("a telephone number is read as that number", () => {
    const number = fc.tuple(fc.constantFrom("602", "480", "520", "800"), digits(2, 2));
    const said = number.chain(([area, end]) =>
      fc
        .tuple(sayDigits(area), sayDigits("555"), sayDigits(`01${end}`), fc.constantFrom(", ", " dash ", " uh "))
        .map(([a, b, c, gap]) => ({ e164: `+1${area}55501${end}`, said: [a, b, c].join(gap) })),
    );
    let read = 0;
    fc.assert(
      fc.property(said, ({ e164, said: words }) => {
        const heard = heardPhone(words);
        if (heard !== null) read++;
        expect([e164, null]).toContain(heard);
      }),
      { numRuns: RUNS },
    );
    expect(read).toBeGreaterThan(RUNS / 2); // some ways to say it mean two numbers; most mean one
  });

  it("a day within three weeks is read as that day", () => {
    const today = Temporal.PlainDate.from("2026-12-01");
    const said = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.nat({ max: 4 })).map(([ahead, way]) => {
      const { month, day } = today.add({ days: ahead });
      const words = [
        `12/${day}`,
        `December ${day}`,
        `the ${day}th of December`,
        `in ${ahead} days`,
        `el ${day} de diciembre`,
      ];
      return { month, day, said: words[way] ?? "" };
    });
    fc.assert(
      fc.property(said, ({ month, day, said: words }) => {
        expect(readPickupDays(words, ZONE, NOON)).toEqual([{ month, day }]);
      }),
    );
  });

  it("each of two last names proves a person, and a first name never does", () => {
    const given = fc.constantFrom(...GIVEN_NAMES);
    const surname = fc.constantFrom(...SURNAMES);
    const shapes = fc.constantFrom(
      (first: string, one: string, two: string) => `${first} ${one} ${two}`,
      (first: string, one: string, two: string) => `${one} ${two}, ${first}`,
      (first: string, one: string, two: string) => `${first} ${one}-${two}`,
      (first: string, one: string, two: string) => `${one} ${two}/${first} MRS`.toUpperCase(),
      (first: string, one: string, two: string) => `Dr. ${first} ${one} ${two} Jr.`,
    );
    fc.assert(
      fc.property(given, given, surname, surname, shapes, (first, second, one, two, shape) => {
        fc.pre(one !== two);
        const name = shape(`${first} ${second}`, one, two);
        for (const said of [one, two, `${one} ${two}`, `${one}-${two}`, `${first} ${one}`])
          expect(isLastName(said, name)).toBe(true);
        for (const said of [first, second, `${first} ${second}`]) expect(isLastName(said, name)).toBe(false);
      }),
      { numRuns: RUNS },
    );
  });
});

it("any text at all is read without a fault, as keys that a booking could have", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (said) => {
      const candidates = confirmationCandidates(said);
      for (const { key } of candidates) expect(confirmationKey(key)).toBe(key);
      expect(candidates.length).toBeLessThanOrEqual(14);
      readPickupDays(said, ZONE, NOON);
      heardPhone(said);
      isLastName(said, said);
    }),
  );
});
