import { expect, it } from "vitest";
import { missed } from "./goal.ts";
import type { Layout } from "./layout.ts";
import { precision, recall, scoreLayout, silentlyWrong, sumByField, total } from "./score.ts";

const LAYOUT: Layout = {
  name: "001-example",
  source: "an example",
  kind: "reservations",
  timezone: "America/Phoenix",
  lines: [],
  encoding: "utf-8",
  newline: "lf",
  unscored: [],
  expected: [
    { confirmation_number: "A-1", telephone: "+16025550101", status: "confirmed" },
    { confirmation_number: "A-2", telephone: "+16025550102", status: "cancelled" },
  ],
};
const FOUND = [
  { confirmation_number: "A-1", telephone: ["+16025550101"], status: "confirmed" },
  { confirmation_number: "A-2", telephone: ["+16025550109"], status: "cancelled" },
];

it("a wrong telephone costs precision and recall, and is silently wrong", () => {
  const score = scoreLayout(LAYOUT, { kind: "taken", rows: FOUND });
  const byField = sumByField([score]);
  expect(score.right).toBe(false);
  expect(score.differences).toEqual(['row 2 telephone: expected "+16025550102", found ["+16025550109"]']);
  expect(precision(total(byField.values()))).toBeCloseTo(5 / 6);
  expect(recall(total(byField.values()))).toBeCloseTo(5 / 6);
  expect(silentlyWrong(byField)).toBe(1);
  expect(missed(byField, { precision: 0.97, recall: 0.95, silentlyWrong: 0 })).toHaveLength(3);
});

it("a question finds nothing and gets nothing wrong", () => {
  const byField = sumByField([scoreLayout(LAYOUT, { kind: "stopped", why: "Which day is it?" })]);
  expect(precision(total(byField.values()))).toBe(1);
  expect(recall(total(byField.values()))).toBe(0);
  expect(silentlyWrong(byField)).toBe(0);
});

it("a file that nobody could read for certain has to be asked about", () => {
  const { expected: _, ...rest } = LAYOUT;
  const unclear: Layout = { ...rest, expected: [], ask: "pickup_time" };
  expect(scoreLayout(unclear, { kind: "stopped", why: "Which day is it?" }).right).toBe(true);
  const taken = scoreLayout(unclear, { kind: "taken", rows: FOUND });
  expect(taken.right).toBe(false);
  expect(silentlyWrong(sumByField([taken]))).toBe(2);
});

it("a field about which readers differ is not counted", () => {
  const score = scoreLayout({ ...LAYOUT, unscored: ["telephone"] }, { kind: "taken", rows: FOUND });
  expect(score.right).toBe(true);
});
