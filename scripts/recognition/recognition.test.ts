import { expect, it } from "vitest";
import { HOLDS_TODAY, missed } from "./goal.ts";
import { HALVES, readLayouts } from "./layout.ts";
import { measure } from "./measure.ts";
import { sumByField } from "./score.ts";

it.each(HALVES)("the %s lists of other software are read as well as before", async (half) => {
  expect(missed(sumByField(await measure(half)), HOLDS_TODAY[half])).toEqual([]);
});

it("odd layouts are there to tune to, even ones are held back, and none is there twice", () => {
  const numbers = HALVES.map((half) => readLayouts(half).map(({ name }) => Number.parseInt(name, 10)));
  expect(numbers.map((half) => new Set(half.map((n) => n % 2)))).toEqual([new Set([1]), new Set([0])]);
  expect(new Set(numbers.flat()).size).toBe(numbers.flat().length);
});

it("no number in a layout belongs to anybody", () => {
  const rows = HALVES.flatMap(readLayouts).flatMap(({ expected }) => expected);
  const numbers = rows.flatMap(({ telephone, phone, ...row }) => [telephone, phone, row["?telephone"], row["?phone"]]);
  const real = numbers.flat().filter((number) => number !== undefined && !/^\+1\d{3}55501\d\d$/.test(String(number)));
  expect(real).toEqual([]);
});
