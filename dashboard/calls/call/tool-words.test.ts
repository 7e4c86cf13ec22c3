import { expect, it } from "vitest";
import type { ToolUse } from "./conversation.ts";
import { toolWords } from "./tool-words.ts";

const lookUp = (result: ToolUse["result"], ok: boolean | null = true): ToolUse => ({
  name: "check_reservation",
  given: { confirmation_number: "RES-1", user_id: "u1", business_hours_start: "6", last_name: "" },
  result,
  ok,
});

it("a look-up shows what the caller gave, and nothing that the agent's settings add", () => {
  expect(toolWords(lookUp({ found: true, summary: "Reservation RES-1 for Wen Bauer." }))).toEqual({
    title: "Looked up a reservation",
    given: [["Confirmation number", "RES-1"]],
    outcome: { words: "Found", good: true },
    detail: "Reservation RES-1 for Wen Bauer.",
  });
});

it.each([
  [{ found: false, message: "No reservation was found. Read back." }, "Not found", "No reservation was found."],
  [
    { found: false, locked: true, message: "x" },
    "Locked",
    "There were too many look-ups, so the agent offered to take a message.",
  ],
  [
    { found: false, verification_required: true },
    "Not shown",
    "The caller also had to give more details of the booking.",
  ],
  [{ found: false }, "Not found", null],
])("%j is put into plain words", (answer, words, detail) => {
  expect(toolWords(lookUp(answer))).toMatchObject({ outcome: { words, good: false }, detail });
});

it("a look-up that failed or got no answer says so", () => {
  expect(toolWords(lookUp("Error: 500", false))).toMatchObject({ outcome: { words: "Failed" }, detail: "Error: 500" });
  expect(toolWords(lookUp(null, null))).toMatchObject({ outcome: { words: "No answer" }, detail: null });
});

it("a message is shown with its numbers as people read them", () => {
  const given = { message: "Call me.", category: "late_driver", callback_number: "+16025550111" };
  expect(toolWords({ name: "take_message", given, result: { taken: true, message: "…" }, ok: true })).toEqual({
    title: "Took a message",
    given: [
      ["Message", "Call me."],
      ["About", "late driver"],
      ["Call back on", "(602) 555-0111"],
    ],
    outcome: { words: "Saved", good: true },
    detail: null,
  });
});

it("hanging up needs no answer, and an unknown tool is shown by its own name", () => {
  expect(toolWords({ name: "end_call", given: {}, result: null, ok: null })).toMatchObject({ outcome: null });
  const use: ToolUse = { name: "quote_fare", given: { miles: 3 }, result: "12 dollars", ok: true };
  expect(toolWords(use)).toEqual({
    title: "Quote fare",
    given: [["Miles", "3"]],
    outcome: { words: "Done", good: true },
    detail: "12 dollars",
  });
});

it("what was only acted out says so", () => {
  const use = { name: "take_message", given: {}, result: { taken: true, try_out: "Nothing was stored." }, ok: true };
  expect(toolWords(use)).toMatchObject({
    outcome: { words: "Acted out", good: true },
    detail: "Nothing was stored.",
  });
});
