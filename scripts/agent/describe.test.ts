import { expect, test } from "vitest";
import { describeChanges } from "./describe.ts";

test("new, removed and changed settings read differently", () => {
  const changes = [
    { path: "agent.timezone", before: undefined, after: "UTC" },
    { path: "agent.webhook_url", before: "https://old.example", after: null },
    { path: "llm.model_temperature", before: 0, after: 0.1 },
  ];
  expect(describeChanges(changes)).toBe(
    '+ agent.timezone: "UTC"\n- agent.webhook_url: "https://old.example"\n~ llm.model_temperature: 0 -> 0.1',
  );
});

test("only the changed lines of a long text are shown", () => {
  const changes = [{ path: "llm.general_prompt", before: "one\ntwo\nthree", after: "one\n2\nthree" }];
  expect(describeChanges(changes)).toBe("~ llm.general_prompt\n    - two\n    + 2");
});

test("a whole tool is cut short", () => {
  const [line] = describeChanges([{ path: "t", before: undefined, after: "x".repeat(999) }]).split("\n");
  expect(line).toHaveLength("+ t: ".length + 301);
});
