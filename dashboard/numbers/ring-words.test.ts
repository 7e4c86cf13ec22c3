import { expect, test } from "vitest";
import { ringWords } from "./ring-words.ts";

const RING = { from_number: "+16025550119", forward_reason: "", milliseconds: 42, outcome: "answered" as const };

test("a test call is described in plain sentences", () => {
  expect(ringWords(RING)).toEqual([
    "From (602) 555-0119.",
    "It came directly to your agent, without forwarding.",
    "Your agent was ready after 0.1 seconds.",
  ]);
});

test.each([
  ["no-answer", "It was forwarded to your agent: your office did not pick up."],
  ["user-busy", "It was forwarded to your agent: your office's line was busy."],
  ["unconditional", "It was forwarded to your agent: forwarded without ringing your office."],
  ["some-new-reason", "It was forwarded to your agent."],
])("the reason %s is put into words", (forward_reason, words) => {
  expect(ringWords({ ...RING, forward_reason })[1]).toBe(words);
});

test("a withheld number, a blocked caller and a foreign number are described", () => {
  expect(ringWords({ ...RING, from_number: null })[0]).toBe("From a withheld number.");
  expect(ringWords({ ...RING, outcome: "rejected" })[2]).toContain("You blocked this caller");
  expect(ringWords({ ...RING, from_number: "+442079460123" })[0]).toBe("From +44 20 7946 0123.");
});
