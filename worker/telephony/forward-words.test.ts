import { describe, expect, it } from "vitest";
import { agentPrompt } from "../agent/prompt.ts";
import { forwardWordAfter, forwardWordOf } from "./forward-words.ts";

/** The reasons for which the agent says that the office did not take the call, as its instructions list them. */
const OFFICE_DID_NOT_TAKE_IT = /did not take this call because of ([^,]+),/.exec(agentPrompt())?.[1] ?? "";

describe("the agent says that the office did not pick up", () => {
  it.each(["no-answer", "busy", "completed"])("after its line rang and ended with %s", (status) => {
    expect(OFFICE_DID_NOT_TAKE_IT).toContain(`"${forwardWordAfter(status)}"`);
  });

  it.each(["failed", "canceled", ""])(
    "but not after a leg that ended with %j, because nobody knows whether it rang",
    (status) => {
      expect(OFFICE_DID_NOT_TAKE_IT).not.toContain(`"${forwardWordAfter(status)}"`);
    },
  );

  it.each(["always_agent", "switched_to_agent", "no_office_phone", "own_phone", "closed", "closed_today"] as const)(
    "and not where it never rang: %s",
    (reason) => {
      expect(OFFICE_DID_NOT_TAKE_IT).not.toContain(`"${forwardWordOf(reason)}"`);
    },
  );

  it("and connects callers to the office only while it is open", () => {
    const [open, closed] = agentPrompt().split(/\n- Otherwise: say the notice and the office hours/);
    expect(open).toContain("connect them with transfer_to_office");
    expect(closed).toMatch(/^[^\n]*Never use transfer_to_office then/);
  });
});
