import { expect, it } from "vitest";
import type { Turn } from "../call-replies.ts";
import { conversationOf } from "./conversation.ts";

const turn = (role: Turn["role"], more: Partial<Turn>): Turn => ({ role, at_ms: null, text: null, ...more });
const asked = (id: string, number: string) =>
  turn("tool_call", { id, name: "check_reservation", arguments: { confirmation_number: number } });
const told = (id: string, found: boolean) => turn("tool_result", { id, name: "check_reservation", result: { found } });

it("each result is put with its own call, also when two tools run at once", () => {
  const entries = conversationOf([
    turn("agent", { text: "Hello", at_ms: 0 }),
    asked("a", "1"),
    asked("b", "2"),
    told("b", true),
    told("a", false),
    turn("caller", { text: "Thanks", at_ms: 9000 }),
  ]);
  expect(entries).toEqual([
    { kind: "agent", text: "Hello", at: 0 },
    {
      kind: "tool",
      at: null,
      use: { name: "check_reservation", given: { confirmation_number: "1" }, result: { found: false }, ok: true },
    },
    {
      kind: "tool",
      at: null,
      use: { name: "check_reservation", given: { confirmation_number: "2" }, result: { found: true }, ok: true },
    },
    { kind: "caller", text: "Thanks", at: 9000 },
  ]);
});

it("results without an id go to calls of the same name, in order; one without a call stands alone", () => {
  const result = turn("tool_result", { name: "end_call", text: "done", ok: false });
  const entries = conversationOf([turn("tool_call", { name: "end_call", text: "" }), result, result]);
  expect(entries).toMatchObject([
    { kind: "tool", use: { given: "", result: "done", ok: false } },
    { kind: "tool", use: { given: null, result: "done", ok: false } },
  ]);
});

it("pressed keys and text messages are put into words; empty turns are left out", () => {
  const entries = conversationOf([
    turn("other", { name: "dtmf", text: "5" }),
    turn("other", { name: "sms", text: "a link" }),
    turn("other", { name: "node_transition" }),
    turn("agent", { text: "" }),
    turn("other", { name: "", text: "Loose words" }),
  ]);
  expect(entries.map((entry) => entry.kind === "aside" && entry.text)).toEqual([
    "The caller pressed 5.",
    "Text message: a link",
    "Loose words",
  ]);
});
