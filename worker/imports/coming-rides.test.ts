import { expect, test } from "vitest";
import { isHeld, leavesOutMany } from "./coming-rides.ts";

test.each([
  [0, 0, false],
  [3, 1, false],
  [3, 2, true],
  [4, 1, false],
  [4, 2, true],
  [100, 33, false],
  [100, 34, true],
  [1, 1, true],
])("of %i coming rides %i left out: asks %s", (rides, dropped, asks) => {
  expect(leavesOutMany({ rides, dropped })).toBe(asks);
});

test.each([
  [6, 4, false],
  [6, 5, true],
  [14, 5, true],
  [15, 5, false],
])("of %i coming rides a push leaves out %i: held %s", (rides, dropped, held) => {
  expect(isHeld({ rides, dropped })).toBe(held);
});
