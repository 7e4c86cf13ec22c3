import fc from "fast-check";
import { expect, it } from "vitest";
import { readPhones } from "./read-phones.ts";

const numbersIn = (text: string) => readPhones(text).map(({ e164 }) => e164);
const FIRST = "+16025550123";
const SECOND = "+16025550124";

it.each([
  "602-555-0123 / 602-555-0124",
  "602-555-0123/602-555-0124",
  "602-555-0123, 602-555-0124",
  "602-555-0123; 602-555-0124",
  "602-555-0123\n602-555-0124",
  "602-555-0123 or 602-555-0124",
  "602-555-0123 and 602-555-0124",
  "602-555-0123 | (602) 555-0124",
  "6025550123 6025550124",
  "602 555 0123 602 555 0124",
  "602-555-0123 - 602-555-0124",
  "602-555-0123  602-555-0124",
  "+1 602 555 0123 +1 602 555 0124",
  "cell: 602-555-0123 home: 602-555-0124",
  "(602) 555-0123 (wife), (602) 555-0124 (son)",
  "C 602.555.0123 H 602.555.0124",
  "602-555-0123 x4 / 602-555-0124 ext. 12",
  "6025550123 und 6025550124",
  "602-555-0123 y 602-555-0124",
  "602-555-0123 / 602-555-0123 / 602-555-0124",
])("%j holds two numbers", (text) => {
  expect(numbersIn(text)).toEqual([FIRST, SECOND]);
});

it.each([
  "520 555 0142, evenings after 6",
  "after 6 call 520 555 0142",
  "Mobile: (520) 555-0142 (wife)",
  "tel 520 555 0142",
  "tel5205550142",
  "5205550142@text.example",
  "520-555-0142/43",
  "room 12, 520-555-0142",
  "520-555-0142 x4",
  "my number is 520-555-0142.",
])("%j holds one", (text) => {
  expect(numbersIn(text)).toEqual(["+15205550142"]);
});

it.each([
  "",
  "unknown",
  "+266696687",
  "555-0142",
  "12 Oak Ave, Tucson",
  "2026-12-05 09:30",
  "12/05/2026 09:30 AM",
  "1.60256E+10",
  "52 644 223 4567",
  "49 151 602 555 0123",
  "jo2026@example.com",
])("%j holds none", (text) => {
  expect(numbersIn(text)).toEqual([]);
});

it("an extension stays with its number", () => {
  expect(readPhones("front desk 602-555-0123 ext 12, or 602-555-0124")).toEqual([
    { kind: "number", e164: FIRST, extension: "12" },
    { kind: "number", e164: SECOND, extension: null },
  ]);
});

it("numbers of the company's own country and of others are found side by side", () => {
  expect(readPhones("030 901820 / +1 602 555 0123", "DE").map(({ e164 }) => e164)).toEqual(["+4930901820", FIRST]);
});

it("any two numbers with any words between them are both found", () => {
  const number = fc.stringMatching(/^[2-9]\d\d-[2-9]\d\d-\d{4}$/);
  const between = fc.constantFrom(" / ", ", ", "; ", "\n", " or ", " and ", " home: ", " (cell) ", " | ", "  ");
  fc.assert(
    fc.property(number, number, between, (one, other, separator) => {
      const wanted = [...new Set([one, other].map((text) => `+1${text.replace(/\D/g, "")}`))];
      expect(numbersIn(`${one}${separator}${other}`)).toEqual(wanted);
    }),
  );
});
