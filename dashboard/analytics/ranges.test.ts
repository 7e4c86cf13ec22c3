import { expect, test } from "vitest";
import { lastDays } from "./ranges.ts";

test("the last days end with today in the company's zone, and the ones before them follow without a gap", () => {
  const lateEvening = Date.parse("2025-03-10T05:30:00Z"); // still March 9 in Los Angeles, the day of a clock change
  expect(lastDays("7", "America/Los_Angeles", lateEvening)).toEqual({
    range: { from: "2025-03-03", to: "2025-03-09" },
    before: { from: "2025-02-24", to: "2025-03-02" },
  });
});
