import { expect, it } from "vitest";
import { durationText, placeText } from "./duration-text.ts";

it.each([
  [-5, "0 s"],
  [48_400, "48 s"],
  [59_600, "1 min"],
  [185_000, "3 min 5 s"],
  [3_600_000, "1 h"],
  [3_725_000, "1 h 2 min"],
])("%d ms is %s long", (ms, words) => {
  expect(durationText(ms)).toBe(words);
});

it.each([
  [0, "0:00"],
  [7_900, "0:07"],
  [750_000, "12:30"],
  [3_729_000, "1:02:09"],
])("%d ms from the beginning is at %s", (ms, words) => {
  expect(placeText(ms)).toBe(words);
});
