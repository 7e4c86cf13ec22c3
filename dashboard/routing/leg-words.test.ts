import { describe, expect, it } from "vitest";
import { legWords, testsOf } from "./leg-words.ts";

const AT = 1_000_000;

describe("a test call says what it has reached, and how long each leg took", () => {
  it("rings the office, then the agent", () => {
    const office = { ended: "no-answer", milliseconds: 18_200, talked_seconds: 0 };
    const agent = { sent_at: AT + 18_200, reached_at: AT + 20_100 };
    expect(legWords({ received_at: AT, office, agent, forward_reason: "no-answer" })).toEqual([
      "Your phone provider has asked us.",
      "Your office rang. Nobody picked up after 18 seconds.",
      "Your agent's number rang 2 seconds after we sent it on, 20 seconds after the call came in.",
    ]);
  });

  it("while the office still rings, and while the agent has not been reached", () => {
    const office = { ended: null, milliseconds: null, talked_seconds: null };
    expect(legWords({ received_at: AT, office, agent: null, forward_reason: "" }).at(-1)).toBe(
      "Your office is ringing.",
    );
    const untold = { ended: "not_told", milliseconds: null, talked_seconds: null };
    expect(legWords({ received_at: AT, office: untold, agent: null, forward_reason: "" }).at(-1)).toContain(
      "nobody has told us",
    );
    const agent = { sent_at: AT, reached_at: null };
    expect(legWords({ received_at: AT, office: null, agent, forward_reason: "" }).at(-1)).toContain("not arrived");
  });

  it("a forwarded call with the phone company's own word", () => {
    const agent = { sent_at: null, reached_at: AT };
    expect(legWords({ received_at: AT, office: null, agent, forward_reason: "no-answer" })).toEqual([
      "Your agent's number rang.",
      "Your phone company says why: no-answer.",
    ]);
  });
});

it.each([
  ["always", "twilio_live", ["any_call"]],
  ["after_hours", "twilio_live", ["let_it_ring", "while_closed"]],
  ["overflow", "forwarding", ["let_it_ring"]],
  ["overflow", "trunk", ["any_call"]],
  ["overflow", "none", []],
] as const)("in mode %s by %s there are the tests %j", (forwarding_mode, method, tests) => {
  const answers = { forwarding_mode } as NonNullable<Parameters<typeof testsOf>[0]["answers"]>; // all that decides it
  expect(testsOf({ method, answers })).toEqual(tests);
});
