import Retell from "retell-sdk";
import type { PlaygroundCompletionParams } from "retell-sdk/resources/playground";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../server.ts";

const KEY = "key_test_0123456789abcdef";
const VARIABLES = {
  tenant_loaded: "true",
  company_name: "Desert Rides",
  timezone: "America/Phoenix",
  driver_phone: "",
};
const FOUND = JSON.stringify({
  found: true,
  summary: "Your ride is tomorrow at seven.",
  driver_assigned: "Luis Ortega",
  transfer_available: true,
  driver_phone: "+15205550161",
});

type Message = PlaygroundCompletionParams["messages"][number];
type Mock = NonNullable<PlaygroundCompletionParams["tool_mocks"]>[number];

let emulator: Emulator;
let client: Retell;
let agentId: string;

beforeEach(async () => {
  emulator = await startEmulator({ port: 0, apiKey: KEY });
  client = new Retell({ apiKey: KEY, baseURL: emulator.url, maxRetries: 0 });
  const text = { type: "string", description: "x" };
  const { llm_id } = await client.llm.create({
    begin_message: "{{welcome_message}}",
    general_tools: [
      {
        type: "custom",
        name: "check_reservation",
        description: "x",
        url: "http://127.0.0.1:1/closed",
        parameters: { type: "object", properties: { confirmation_number: text, telephone: text, last_name: text } },
        response_variables: { driver_phone: "driver_phone" },
        speak_during_execution: false,
        speak_after_execution: true,
      },
      {
        type: "transfer_call",
        name: "transfer_to_driver",
        description: "x",
        transfer_destination: { type: "predefined", number: "{{driver_phone}}" },
        transfer_option: { type: "cold_transfer" },
      },
      { type: "end_call", name: "end_call", description: "x" },
    ],
  });
  const response_engine = { type: "retell-llm" as const, llm_id };
  agentId = (await client.agent.create({ voice_id: "retell-Cimo", response_engine })).agent_id;
});

afterEach(() => emulator.close());

const user = (content: string): Message => ({ role: "user", content });
const mock = (output: string, args?: object): Mock => ({
  tool_name: "check_reservation",
  input_match_rule: args ? { type: "partial_match", args } : { type: "any" },
  output,
});
const complete = (messages: Message[], tool_mocks: Mock[] = []) =>
  client.playground.completion(agentId, { messages, dynamic_variables: VARIABLES, tool_mocks });

it("answers the last line only, and stores nothing", async () => {
  const { messages, call_ended } = await complete([{ role: "agent", content: "Good evening." }, user("Hello?")]);
  expect(messages).toMatchObject([
    { role: "agent", content: "Could you tell me your confirmation number, or the phone number on the booking?" },
  ]);
  expect(call_ended).toBe(false);
  expect((await client.call.list({})).items).toEqual([]);
});

it("uses the first mock that fits instead of the tool", async () => {
  const mocks = [mock(FOUND, { confirmation_number: "RES1" }), mock('{"found":false,"message":"Nothing."}')];
  const { messages } = await complete([user("My confirmation number is RES1.")], mocks);
  expect(messages.map(({ role }) => role)).toEqual(["tool_call_invocation", "tool_call_result", "agent"]);
  expect(messages.at(-1)).toMatchObject({ role: "agent", content: "Your ride is tomorrow at seven." });
  const other = await complete([user("My confirmation number is RES2.")], mocks);
  expect(other.messages.at(-1)).toMatchObject({ role: "agent", content: "Nothing." });
});

it("knows what the conversation contains, and its variables, without looking up again", async () => {
  const first = [user("My confirmation number is RES1.")];
  const { messages, dynamic_variables } = await complete(first, [mock(FOUND)]);
  expect(dynamic_variables?.driver_phone).toBe("+15205550161");
  const next = await complete([...first, ...messages, user("Who is my driver?")]);
  expect(next.messages).toMatchObject([{ role: "agent", content: "Your driver is Luis Ortega." }]);
});

it("looks up again what the conversation does not contain", async () => {
  const lines = [user("My confirmation number is RES1."), user("Who is my driver?")];
  const { messages } = await complete(lines, [mock(FOUND)]);
  expect(messages.map(({ role }) => role)).toEqual(["tool_call_invocation", "tool_call_result", "agent"]);
  expect(messages.at(-1)).toMatchObject({ role: "agent", content: "Your driver is Luis Ortega." });
});

it("ends with a transfer, which reaches nobody", async () => {
  const lines = [user("My confirmation number is RES1."), user("Connect me to my driver."), user("Yes.")];
  const mocks = [mock(FOUND), { ...mock("Nobody was called."), tool_name: "transfer_to_driver", result: true }];
  const { messages, call_ended } = await complete(lines, mocks);
  expect(call_ended).toBe(true);
  expect(messages).toContainEqual(expect.objectContaining({ name: "transfer_to_driver" }));
  expect(messages.at(-1)).toMatchObject({ role: "tool_call_result", content: "Nobody was called.", successful: true });
});

it("asks a tool that nothing answers for, and goes on when it fails", async () => {
  const { messages } = await complete([user("My confirmation number is RES1.")]);
  expect(messages).toContainEqual(expect.objectContaining({ role: "tool_call_result", successful: false }));
});

it("refuses an unknown agent and a variable that is no text", async () => {
  const unknown = client.playground.completion("agent_none", { messages: [user("Hello")] });
  await expect(unknown).rejects.toMatchObject({ status: 422 });
  const odd = { driver_phone: 5 } as unknown as Record<string, string>;
  const wrong = client.playground.completion(agentId, { messages: [user("Hello")], dynamic_variables: odd });
  await expect(wrong).rejects.toMatchObject({ status: 400 });
});
