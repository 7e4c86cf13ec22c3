import { expect, it } from "vitest";
import { startEmulator } from "../../server.ts";
import { type Exchange, objections } from "./judge.ts";
import { takeNoted } from "./noted.ts";

const VOICE = { voice_id: "retell-Cimo", response_engine: { type: "retell-llm", llm_id: "llm_1" } };
const AGENT = { ...VOICE, agent_id: "agent_1", version: 0, is_published: false, last_modification_timestamp: 1 };

function created(body: object, answer: object = AGENT): Exchange {
  const texts = { body: JSON.stringify(body), answer: JSON.stringify(answer) };
  return { method: "POST", path: "/create-agent", query: {}, status: 201, ...texts };
}

const imported = (body: object): Exchange => ({
  ...created(body, { phone_number: "+15205550142", phone_number_type: "custom", last_modification_timestamp: 1 }),
  path: "/import-phone-number",
});

it("allows what Retell describes", () => {
  expect(objections(created(VOICE))).toEqual([]);
  expect(objections(imported({ phone_number: "+15205550142", termination_uri: "trunk.example" }))).toEqual([]);
});

it.each([
  ["a misspelt field", created({ ...VOICE, agent_nme: "Night desk" }), "agent_nme"],
  ["a misspelt field further down", created({ ...VOICE, response_engine: { ...VOICE.response_engine, id: 1 } }), "id"],
  ["a field that is missing", created({ voice_id: "retell-Cimo" }), "response_engine"],
  [
    "a field that Retell removed",
    imported({ phone_number: "+1", termination_uri: "t", inbound_agent_id: "a" }),
    "inbound_agent_id",
  ],
  ["a value of another type", created({ ...VOICE, max_call_duration_ms: "600000" }), "max_call_duration_ms"],
  ["an answer without a field", created(VOICE, { ...AGENT, version: undefined }), "version"],
  ["an answer with a field of its own", created(VOICE, { ...AGENT, channel: "voice" }), "channel"],
  ["an answer that is no JSON", { ...created(VOICE), answer: "<html>" }, "not JSON"],
  ["another status", { ...created(VOICE), status: 200 }, "no status of this route"],
  ["a query of its own", { ...created(VOICE), query: { agent: "1" } }, "agent"],
  ["a body where none belongs", { ...created({}), method: "GET", path: "/get-agent/agent_1", status: 200 }, "no body"],
  ["a route of its own", { ...created(VOICE), path: "/make-agent" }, "no route"],
])("objects to %s, and names it", (_, exchange, named) => {
  expect(objections(exchange).join()).toContain(named);
});

it("leaves a request alone that was refused, but not the refusal", () => {
  const refused = { ...created({ agent_nme: "Night desk" }, { status: "error", message: "No." }), status: 400 };
  expect(objections(refused)).toEqual([]);
  expect(objections({ ...refused, answer: '{"status":"sorry"}' }).join()).toContain("/status");
});

it("fails a test that sends the emulator a wrong field", async () => {
  const emulator = await startEmulator({ port: 0, apiKey: "key_test" });
  const response = await fetch(`${emulator.url}/create-retell-llm`, {
    method: "POST",
    headers: { authorization: "Bearer key_test", "content-type": "application/json" },
    body: JSON.stringify({ general_promt: "You answer." }),
  });
  await emulator.close();
  expect(response.status).toBe(500);
  expect(takeNoted().join()).toContain("general_promt");
});
