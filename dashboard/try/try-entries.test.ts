import { expect, it } from "vitest";
import { transferWords, tryEntries } from "./try-entries.ts";
import type { TurnMessage } from "./try-replies.ts";

const lookUp = (answer: object | null): TurnMessage[] => [
  { role: "tool_call_invocation", name: "check_reservation", arguments: '{"confirmation_number":"1001"}' },
  ...(answer ? [{ role: "tool_call_result" as const, content: JSON.stringify(answer) }] : []),
];

it("shows who said what, and each look-up with its answer", () => {
  const messages: TurnMessage[] = [
    { role: "agent", content: "Good evening." },
    { role: "user", content: "It is 1001." },
    ...lookUp({ found: true, summary: "Your ride is tomorrow." }),
    { role: "agent", content: "Your ride is tomorrow." },
  ];
  expect(tryEntries(messages)).toEqual([
    { kind: "agent", text: "Good evening." },
    { kind: "caller", text: "It is 1001." },
    {
      kind: "tool",
      use: {
        name: "check_reservation",
        given: { confirmation_number: "1001" },
        result: { found: true, summary: "Your ride is tomorrow." },
        ok: true,
      },
    },
    { kind: "agent", text: "Your ride is tomorrow." },
  ]);
});

it("says why the driver may be offered or not, by the latest look-up that found something", () => {
  const refused = { found: true, transfer_available: false, transfer_reason: "The list is too old." };
  const allowed = { found: true, transfer_available: true, transfer_reason: "The driver can be reached." };
  expect(transferWords(tryEntries(lookUp({ found: false })))).toBeNull();
  expect(transferWords(tryEntries([...lookUp(allowed), ...lookUp(refused), ...lookUp({ found: false })]))).toEqual({
    offered: false,
    reason: "The list is too old.",
  });
  expect(transferWords(tryEntries([...lookUp(refused), ...lookUp(allowed)]))?.offered).toBe(true);
  expect(transferWords(tryEntries(lookUp(null)))).toBeNull();
});
