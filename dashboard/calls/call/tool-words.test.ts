import { expect, it } from "vitest";
import type { ToolUse } from "./conversation.ts";
import { toolWords } from "./tool-words.ts";

const lookUp = (result: ToolUse["result"], ok: boolean | null = true): ToolUse => ({
  name: "check_reservation",
  given: { confirmation_number: "RES-1", user_id: "u1", business_hours_start: "6", last_name: "" },
  result,
  ok,
});

it("a look-up tells what the caller gave, and nothing that the agent's settings add", () => {
  expect(toolWords(lookUp({ found: true, summary: "Reservation RES-1 for Wen Bauer." }))).toEqual({
    title: "Looked up a reservation",
    given: [["Confirmation number", "RES-1"]],
    outcome: { words: "Found", good: true },
    told: "Reservation RES-1 for Wen Bauer.",
  });
});

it.each([
  [{ found: false, message: "No reservation was found. Read back." }, "Not found", "No reservation was found."],
  [{ found: false, locked: true, message: "x" }, "Locked", "There were too many look-ups without a result."],
  [{ found: false, verification_required: true }, "Not shown", "The last name or the pick-up date was needed too."],
  [{ found: false }, "Not found", null],
])("%j is said plainly", (answer, words, told) => {
  expect(toolWords(lookUp(answer))).toMatchObject({ outcome: { words, good: false }, told });
});

it("a look-up that failed, or that never was answered, says so", () => {
  expect(toolWords(lookUp("Error: 500", false))).toMatchObject({ outcome: { words: "Failed" }, told: "Error: 500" });
  expect(toolWords(lookUp(null, null))).toMatchObject({ outcome: { words: "No answer" }, told: null });
});

it("a message is told with its numbers as people read them", () => {
  const given = { message: "Call me.", category: "late_driver", callback_number: "+16025550111" };
  expect(toolWords({ name: "take_message", given, result: { taken: true, message: "…" }, ok: true })).toEqual({
    title: "Passed a message on",
    given: [
      ["Message", "Call me."],
      ["About", "late driver"],
      ["Call back on", "(602) 555-0111"],
    ],
    outcome: { words: "Passed on", good: true },
    told: null,
  });
});

it("hanging up needs no answer, and a tool of a later day is shown by its own name", () => {
  expect(toolWords({ name: "end_call", given: {}, result: null, ok: null })).toMatchObject({ outcome: null });
  const use: ToolUse = { name: "quote_fare", given: { miles: 3 }, result: "12 dollars", ok: true };
  expect(toolWords(use)).toEqual({
    title: "Quote fare",
    given: [["Miles", "3"]],
    outcome: { words: "Done", good: true },
    told: "12 dollars",
  });
});
