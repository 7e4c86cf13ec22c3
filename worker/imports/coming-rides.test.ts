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
])("with %i coming rides, of which %i are left out, the operator is asked: %s", (rides, dropped, asks) => {
  expect(leavesOutMany({ rides, dropped })).toBe(asks);
});

test.each([
  [6, 4, false],
  [6, 5, true],
  [14, 5, true],
  [15, 5, false],
])("with %i coming rides, of which a push leaves out %i, the push is held: %s", (rides, dropped, held) => {
  expect(isHeld({ rides, dropped })).toBe(held);
});
