import { expect, it } from "vitest";
import { countTools } from "./count-tools.ts";
import { transcriptOf } from "./transcript.ts";

const event = (call: object) => ({ event: "call_ended", call });

it("a conversation keeps its order, with each tool call where it happened", () => {
  const turns = transcriptOf(
    event({
      transcript_with_tool_calls: [
        { role: "agent", content: "Hello", start_ms: 320 },
        { role: "user", content: "My ride?", start_ms: 2500 },
        { role: "tool_call_invocation", tool_call_id: "a", name: "check_reservation", arguments: '{"telephone":"1"}' },
        { role: "tool_call_result", tool_call_id: "a", content: '{"found":false}', successful: false },
        { role: "tool_call_invocation", tool_call_id: "b", name: "end_call", arguments: "not json" },
        { role: "tool_call_result", tool_call_id: "b", content: "done" },
        { role: "dtmf", digit: "5" },
        { role: "sms", content: "a link", time_sec: 4.5 },
        { role: "node_transition" },
        "nonsense",
      ],
    }),
  );
  expect(turns).toEqual([
    { role: "agent", at_ms: 320, text: "Hello" },
    { role: "caller", at_ms: 2500, text: "My ride?" },
    { role: "tool_call", at_ms: null, text: null, id: "a", name: "check_reservation", arguments: { telephone: "1" } },
    {
      role: "tool_result",
      at_ms: null,
      text: null,
      id: "a",
      name: "check_reservation",
      result: { found: false },
      ok: false,
    },
    { role: "tool_call", at_ms: null, text: "not json", id: "b", name: "end_call" },
    { role: "tool_result", at_ms: null, text: "done", id: "b", name: "end_call", ok: true },
    { role: "other", at_ms: null, text: "5", name: "dtmf" },
    { role: "other", at_ms: 4500, text: "a link", name: "sms" },
    { role: "other", at_ms: null, text: null, name: "node_transition" },
    expect.objectContaining({ role: "other", at_ms: null, text: null }),
  ]);
  expect(countTools(turns)).toMatchObject({ lookups: 1, byOutcome: { found: 0, not_found: 1 }, transferTried: false });
});

it("falls back to the spoken turns without tool calls, and to the plain text without those", () => {
  const said = [{ role: "user", content: "Hi" }];
  expect(transcriptOf(event({ transcript_object: said }))).toMatchObject([{ role: "caller", text: "Hi" }]);
  expect(transcriptOf(event({ transcript: "Agent: Hello\nand welcome\nUser: Hi\n" }))).toEqual([
    { role: "agent", at_ms: null, text: "Hello\nand welcome" },
    { role: "caller", at_ms: null, text: "Hi" },
  ]);
});

it.each([null, undefined, "x", {}, event({}), event({ transcript: "" }), event({ transcript_object: "no" })])(
  "%j has no conversation",
  (nothing) => {
    expect(transcriptOf(nothing)).toEqual([]);
  },
);
