import { countTokens } from "gpt-tokenizer/model/gpt-4.1";
import { expect, test } from "vitest";
import { renderVariables, variablesIn } from "../testing/prompt-variables.ts";
import { NEUTRAL_VARIABLES } from "./defaults.ts";
import { agentDefinition } from "./definition.ts";

// Retell bills above 4,000 tokens of prompt, tools and conversation; the rest belongs to the conversation.
const TOKEN_LIMIT = 3_500;

const { agent, llm } = agentDefinition({ publicUrl: "https://desk.example" });
const custom = (llm.general_tools ?? []).filter((tool) => tool.type === "custom");
const transfers = (llm.general_tools ?? []).filter((tool) => tool.type === "transfer_call");

test("no company's name and no phone number stands in the agent", () => {
  const text = JSON.stringify({ agent, llm });
  expect(text).not.toMatch(/sun city|moazgelhag|3cf84beb/i);
  expect(text).not.toMatch(/\+\d{7,}/);
});

test("every variable the agent uses has a neutral default", () => {
  expect(Object.keys(NEUTRAL_VARIABLES)).toEqual(expect.arrayContaining(variablesIn({ agent, llm })));
});

test("the prompt uses everything the webhook tells it, except what only the look-up and the tools need", () => {
  const elsewhere = ["business_hours_start", "business_hours_end", "driver_phone"];
  expect([...variablesIn(llm.general_prompt), ...elsewhere].sort()).toEqual(Object.keys(NEUTRAL_VARIABLES).sort());
});

test("no variable has a name that Retell's shared contact book would fill", () => {
  expect(Object.keys(NEUTRAL_VARIABLES)).not.toEqual(expect.arrayContaining(["first_name"]));
  expect(Object.keys(NEUTRAL_VARIABLES)).not.toEqual(expect.arrayContaining(["last_name"]));
});

test("the defaults are texts, none of them a variable, and say that no company is loaded", () => {
  for (const value of Object.values(llm.default_dynamic_variables ?? {})) expect(value).toBeTypeOf("string");
  expect(variablesIn(llm.default_dynamic_variables)).toEqual([]);
  expect(llm.default_dynamic_variables).toMatchObject({
    tenant_loaded: "false",
    user_id: "",
    transfer_enabled: "false",
  });
});

test("with the defaults alone the agent greets and explains itself in whole sentences", () => {
  const greeting = renderVariables(llm.begin_message ?? "", NEUTRAL_VARIABLES);
  const prompt = renderVariables(llm.general_prompt ?? "", NEUTRAL_VARIABLES);
  expect(greeting).toMatch(/^Thank you for calling\. .*call back in a few minutes\.$/);
  expect(prompt).toContain("You answer the phone for a transportation company when its office cannot.");
  expect(prompt).toContain('Company loaded: "false"');
  expect(prompt).not.toContain("{{");
});

test("prompt and tools leave room for the conversation before Retell charges more", () => {
  const tokens = countTokens(`${llm.general_prompt}\n${JSON.stringify(llm.general_tools)}`);
  expect(tokens).toBeLessThan(TOKEN_LIMIT);
});

test("a look-up carries the call, gives up before the caller does, and never chooses the tenant by model", () => {
  expect(custom.find((tool) => tool.name === "check_reservation")).toMatchObject({
    url: "https://desk.example/retell/tools/check_reservation",
    method: "POST",
    args_at_root: false,
    timeout_ms: 8000,
    max_retry: 0,
    speak_during_execution: true,
    speak_after_execution: true,
    response_variables: { driver_phone: "driver_phone" },
    parameters: { properties: { user_id: { type: "string", const: "{{user_id}}" } } },
  });
});

test("every tool tells the model an object of plain text fields, each described or fixed", () => {
  for (const tool of custom) {
    expect(tool.parameters?.type).toBe("object");
    for (const property of Object.values(tool.parameters?.properties ?? {})) {
      expect(property).toMatchObject({ type: "string" });
      expect("description" in property !== "const" in property).toBe(true);
    }
  }
  expect(custom.map((tool) => tool.parameters?.required)).toEqual([undefined, ["message"]]);
});

test("transfers go only to the number of the look-up or of the office", () => {
  expect(transfers.map(({ name, transfer_destination }) => [name, transfer_destination])).toEqual([
    ["transfer_to_driver", { type: "predefined", number: "{{driver_phone}}" }],
    ["transfer_to_office", { type: "predefined", number: "{{office_phone}}" }],
  ]);
});

test.each(["", "nightdesk.example", "ftp://nightdesk.example", "https://nightdesk.example/path"])(
  "an address Retell cannot call is refused: %j",
  (publicUrl) => expect(() => agentDefinition({ publicUrl })).toThrow(/PUBLIC_URL/),
);

test("a slash at the end of the public address does no harm", () => {
  expect(agentDefinition({ publicUrl: "https://desk.example/" })).toEqual({ agent, llm });
});
