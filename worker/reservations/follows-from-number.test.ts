import { describe, expect, it } from "vitest";
import { dayFollows, nameBeyond, phoneFollows, tellsADate } from "./follows-from-number.ts";

const DECEMBER_5 = { month: 12, day: 5 };

describe("a day follows from a number", () => {
  it.each([
    "RES202612050001",
    "RES2612050001",
    "T12052600017",
    "T051226X17",
    "1205X01",
    "0512X01",
    "51205",
    "339X12",
    "26339004",
    "2026339004",
    "6339004",
    "12526",
    "5122026",
    "2026125",
    "DEC05X17",
    "X5DEC26",
    "DIC5",
  ])("in whatever shape it stands there: %s", (key) => {
    expect(dayFollows(key, DECEMBER_5)).toBe(true);
    expect(dayFollows(key, { month: 8, day: 20 })).toBe(false);
  });

  it.each([
    ["RES202612040017", { month: 12, day: 5 }],
    ["RES202612310017", { month: 1, day: 1 }],
    ["RES202602280017", { month: 3, day: 1 }],
    ["26365017", { month: 1, day: 1 }],
  ])("also from the day before: %s", (key, day) => {
    expect(dayFollows(key, day)).toBe(true);
  });

  it.each(["48213", "RES48213", "A1", "AQ7TX9", "RES202611280017", "90000017"])("but not from %s", (key) => {
    expect(dayFollows(key, DECEMBER_5)).toBe(false);
  });

  it("and seldom from a number that is only counted up", () => {
    const keys = Array.from({ length: 2000 }, (_, n) => String(48_000 + n));
    expect(keys.filter((key) => dayFollows(key, DECEMBER_5)).length).toBeLessThan(keys.length / 20);
  });
});

it("a number with a full date tells a date", () => {
  for (const key of ["RES202612050001", "X261205X", "12052026X", "T051226"])
    expect(tellsADate(key, 2026), key).toBe(true);
  for (const key of ["48213", "RES0012"]) expect(tellsADate(key, 2026), key).toBe(false);
});

it.each([
  ["QUILL0042", "Quill", null],
  ["42QUILLADA", "It's Quill", null],
  ["QUIL0042", "Quill", null],
  ["GARCIA42", "García", null],
  ["GARCIA42", "García López", "lopez"],
  ["NG42", "Ng", null],
  ["RES42", "Restrepo", "Restrepo"],
  ["R42", "Quill", "Quill"],
  ["CRUZ1", "de la Cruz", null],
])("%s and the name %s leave %s", (key, name, left) => {
  expect(nameBeyond(key, name)).toBe(left);
});

it.each([
  ["6025550171", true],
  ["5550171A", true],
  ["X0171", false],
  ["48213", false],
])("%s tells the phone number: %s", (key, told) => {
  expect(phoneFollows(key, "+16025550171")).toBe(told);
});
