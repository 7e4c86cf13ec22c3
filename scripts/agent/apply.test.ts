import Retell from "retell-sdk";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../emulator/server.ts";
import { AGENT_NAME } from "../../worker/agent/agent-name.ts";
import { agentDefinition } from "../../worker/agent/definition.ts";
import { applyAgent, planAgent } from "./apply.ts";
import { bindNumber } from "./bind.ts";
import { publishDraft } from "./publish.ts";
import { readVersion } from "./release.ts";
import { rollbackAgent } from "./rollback.ts";
import { loadSharedAgent } from "./shared-agent.ts";
import { describeStatus } from "./status.ts";

const KEY = "key_test_agent";
const NUMBER = "+15205550100";
const OLD = "https://old.example";
const NEW = "https://new.example";

let emulator: Emulator;
let client: Retell;

beforeEach(async () => {
  emulator = await startEmulator({ port: 0, apiKey: KEY });
  client = new Retell({ apiKey: KEY, baseURL: emulator.url });
});

afterEach(() => emulator.close());

/** A connection that breaks before the first request to this path is sent. */
function brokenAt(path: string): Retell {
  const fetch: typeof globalThis.fetch = async (input, init) => {
    if (String(input).includes(path)) throw new TypeError("connection lost");
    return globalThis.fetch(input, init);
  };
  return new Retell({ apiKey: KEY, baseURL: emulator.url, maxRetries: 0, fetch });
}

const webhookOf = async (agentId: string, version: string | number) =>
  (await client.agent.retrieve(agentId, { version })).webhook_url;

const agentNames = async () => (await client.agent.list()).items.map((agent) => agent.agent_name);

async function importNumber(agentId?: string): Promise<void> {
  await client.phoneNumber.import({
    phone_number: NUMBER,
    termination_uri: "desk.pstn.twilio.com",
    ignore_e164_validation: false,
    ...(agentId && { inbound_agents: [{ agent_id: agentId, weight: 1, agent_version: "latest_published" }] }),
  });
}

async function createForeignAgent(): Promise<string> {
  const { llm_id } = await client.llm.create({ general_prompt: "Someone else's." });
  const response_engine = { type: "retell-llm" as const, llm_id };
  const agent = await client.agent.create({
    agent_name: `${AGENT_NAME} (copy)`,
    voice_id: "retell-Cimo",
    response_engine,
  });
  await client.agent.publish(agent.agent_id, { version: agent.version });
  return agent.agent_id;
}

test("the first apply creates the agent with its LLM and publishes it exactly as defined", async () => {
  const { kind, agentId, version } = await applyAgent({ client, publicUrl: OLD });
  expect(kind).toBe("published");
  const stored = await readVersion(client, agentId, version);
  const { agent, llm } = agentDefinition({ publicUrl: OLD });
  expect(stored.agent).toMatchObject({ ...agent, is_published: true });
  expect(stored.llm).toMatchObject(llm);
});

test("a second apply finds nothing to change and changes nothing", async () => {
  const first = await applyAgent({ client, publicUrl: OLD });
  expect(await applyAgent({ client, publicUrl: OLD })).toMatchObject({ kind: "unchanged", agentId: first.agentId });
  expect((await loadSharedAgent(client, first.agentId)).versions).toHaveLength(1);
});

test("plan names each setting that would change, and changes nothing", async () => {
  const first = await planAgent({ client, publicUrl: OLD });
  const { agent, llm } = agentDefinition({ publicUrl: OLD });
  const settings = [...Object.keys(llm).map((key) => `llm.${key}`), ...Object.keys(agent).map((key) => `agent.${key}`)];
  expect(first).toMatchObject({ kind: "create", changes: settings.map((path) => ({ path, before: undefined })) });
  expect(await agentNames()).toEqual([]);
  const { agentId } = await applyAgent({ client, publicUrl: OLD });
  const plan = await planAgent({ client, publicUrl: NEW });
  expect(plan).toMatchObject({
    kind: "change",
    changes: [
      { path: "llm.general_tools.check_reservation.url", after: `${NEW}/retell/tools/check_reservation` },
      { path: "llm.general_tools.take_message.url", after: `${NEW}/retell/tools/take_message` },
      { path: "agent.webhook_url", before: `${OLD}/retell/call-events`, after: `${NEW}/retell/call-events` },
    ],
  });
  expect((await loadSharedAgent(client, agentId)).versions).toHaveLength(1);
});

test("a change is published as a new version and the old one stays as it was", async () => {
  const first = await applyAgent({ client, publicUrl: OLD });
  const second = await applyAgent({ client, publicUrl: NEW });
  expect(second).toMatchObject({ kind: "published", agentId: first.agentId });
  expect(second.version).toBeGreaterThan(first.version);
  expect(await webhookOf(first.agentId, "latest_published")).toBe(`${NEW}/retell/call-events`);
  expect(await webhookOf(first.agentId, first.version)).toBe(`${OLD}/retell/call-events`);
});

test.each(["/create-agent-version/", "/update-retell-llm/", "/update-agent/", "/publish-agent-version/"])(
  "when %s fails half-way the published version still answers, and the next apply finishes",
  async (path) => {
    const { agentId } = await applyAgent({ client, publicUrl: OLD });
    await expect(applyAgent({ client: brokenAt(path), publicUrl: NEW })).rejects.toThrow();
    expect(await webhookOf(agentId, "latest_published")).toBe(`${OLD}/retell/call-events`);
    expect(await applyAgent({ client, publicUrl: NEW })).toMatchObject({ kind: "published", agentId });
    expect(await webhookOf(agentId, "latest_published")).toBe(`${NEW}/retell/call-events`);
    expect((await loadSharedAgent(client, agentId)).versions).toHaveLength(2);
  },
);

test.each(["/create-retell-llm", "/create-agent", "/publish-agent-version/"])(
  "when the first apply fails at %s the next one finishes with one agent",
  async (path) => {
    await expect(applyAgent({ client: brokenAt(path), publicUrl: OLD })).rejects.toThrow();
    const { agentId } = await applyAgent({ client, publicUrl: OLD });
    expect(await agentNames()).toEqual([AGENT_NAME]);
    expect((await loadSharedAgent(client, agentId)).published?.version).toBe(0);
  },
);

test("when Retell refuses the agent, its LLM is removed", async () => {
  const refusing = new Retell({
    apiKey: KEY,
    baseURL: emulator.url,
    fetch: async (input, init) =>
      String(input).endsWith("/create-agent")
        ? Response.json({ status: "error" }, { status: 400 })
        : fetch(input, init),
  });
  await expect(applyAgent({ client: refusing, publicUrl: OLD })).rejects.toThrow("400");
  expect((await client.llm.list()).items).toEqual([]);
});

test("a draft can be looked at before it is published", async () => {
  const { agentId } = await applyAgent({ client, publicUrl: OLD });
  expect(await applyAgent({ client, publicUrl: NEW, publish: false })).toMatchObject({ kind: "drafted" });
  expect(await webhookOf(agentId, "latest_published")).toBe(`${OLD}/retell/call-events`);
  await publishDraft({ client });
  expect(await webhookOf(agentId, "latest_published")).toBe(`${NEW}/retell/call-events`);
  await expect(publishDraft({ client })).rejects.toThrow(/no draft/);
});

test("a draft that somebody made from an older version is not used", async () => {
  const first = await applyAgent({ client, publicUrl: OLD });
  await applyAgent({ client, publicUrl: NEW });
  const foreign = await client.agent.createVersion(first.agentId, { base_version: first.version });
  const { version } = await applyAgent({ client, publicUrl: OLD });
  expect(version).not.toBe(foreign.version);
});

test("rollback brings back the previous version, and a second rollback goes further back", async () => {
  const { agentId } = await applyAgent({ client, publicUrl: OLD });
  await applyAgent({ client, publicUrl: NEW });
  const third = await applyAgent({ client, publicUrl: "https://bad.example" });
  expect(await rollbackAgent({ client })).toMatchObject({ target: third.version - 1 });
  expect(await webhookOf(agentId, "latest_published")).toBe(`${NEW}/retell/call-events`);
  await rollbackAgent({ client });
  expect(await webhookOf(agentId, "latest_published")).toBe(`${OLD}/retell/call-events`);
  await rollbackAgent({ client, to: third.version });
  expect(await webhookOf(agentId, "latest_published")).toBe("https://bad.example/retell/call-events");
});

test("rollback refuses a version that never answered calls and the one that answers them now", async () => {
  await expect(rollbackAgent({ client })).rejects.toThrow(/nothing to roll back/);
  const { version } = await applyAgent({ client, publicUrl: OLD });
  await expect(rollbackAgent({ client })).rejects.toThrow(/older/);
  await expect(rollbackAgent({ client, to: version })).rejects.toThrow(/answers calls now/);
  await expect(rollbackAgent({ client, to: 99 })).rejects.toThrow(/never published/);
});

test("an agent with another name is never touched", async () => {
  const foreign = await createForeignAgent();
  const before = await client.agent.retrieve(foreign);
  const { agentId } = await applyAgent({ client, publicUrl: OLD });
  await applyAgent({ client, publicUrl: NEW });
  await rollbackAgent({ client });
  expect(agentId).not.toBe(foreign);
  expect(await client.agent.retrieve(foreign)).toEqual(before);
});

test("if two agents have our name, a person has to choose", async () => {
  await applyAgent({ client, publicUrl: OLD });
  const double = await createForeignAgent();
  const draft = await client.agent.createVersion(double, { base_version: 0 });
  await client.agent.update(double, { version: Number(draft.version), agent_name: AGENT_NAME });
  await expect(applyAgent({ client, publicUrl: NEW })).rejects.toThrow(double);
});

test("a number is bound to the latest published version, never to a draft", async () => {
  await importNumber();
  await expect(bindNumber({ client, publicUrl: OLD, phoneNumber: NUMBER })).rejects.toThrow(/apply first/);
  const { agentId } = await applyAgent({ client, publicUrl: OLD });
  await bindNumber({ client, publicUrl: OLD, phoneNumber: NUMBER });
  expect(await client.phoneNumber.retrieve(NUMBER)).toMatchObject({
    inbound_agents: [{ agent_id: agentId, weight: 1, agent_version: "latest_published" }],
    inbound_webhook_url: `${OLD}/retell/inbound-webhook`,
  });
  expect(await describeStatus({ client })).toContain(`${NUMBER} latest_published`);
});

test("a number that another agent answers is taken over only with --force", async () => {
  const foreign = await createForeignAgent();
  await importNumber(foreign);
  const { agentId } = await applyAgent({ client, publicUrl: OLD });
  await expect(bindNumber({ client, publicUrl: OLD, phoneNumber: NUMBER })).rejects.toThrow(foreign);
  expect(await client.phoneNumber.retrieve(NUMBER)).toMatchObject({ inbound_agents: [{ agent_id: foreign }] });
  await bindNumber({ client, publicUrl: OLD, phoneNumber: NUMBER, force: true });
  expect(await client.phoneNumber.retrieve(NUMBER)).toMatchObject({ inbound_agents: [{ agent_id: agentId }] });
});

test("a number that was taken over can be given back to its old agent with what Retell returned before", async () => {
  const foreign = await createForeignAgent();
  await importNumber(foreign);
  const before = await client.phoneNumber.retrieve(NUMBER);
  await applyAgent({ client, publicUrl: OLD });
  await bindNumber({ client, publicUrl: OLD, phoneNumber: NUMBER, force: true });
  const { inbound_agents = null } = before;
  await client.phoneNumber.update(NUMBER, { inbound_agents, inbound_webhook_url: null });
  const { last_modification_timestamp: _then, ...was } = before;
  const { last_modification_timestamp: _now, ...is } = await client.phoneNumber.retrieve(NUMBER);
  expect({ inbound_webhook_url: null, ...is }).toEqual({ inbound_webhook_url: null, ...was });
});

test.each(["520-555-0100", "15205550100", "+0123456789"])("%s cannot be bound", async (phoneNumber) => {
  await applyAgent({ client, publicUrl: OLD });
  await expect(bindNumber({ client, publicUrl: OLD, phoneNumber })).rejects.toThrow(/E\.164/);
});

test("a number that Retell does not have is reported", async () => {
  await applyAgent({ client, publicUrl: OLD });
  await expect(bindNumber({ client, publicUrl: OLD, phoneNumber: NUMBER })).rejects.toThrow(/does not have/);
});

test("status shows which version answers calls and which came before", async () => {
  expect(await describeStatus({ client })).toMatch(/does not exist/);
  await applyAgent({ client, publicUrl: OLD });
  await applyAgent({ client, publicUrl: NEW });
  expect(await describeStatus({ client })).toMatch(
    / 1 answers calls, from 0.*\n {2}0 published before.*\nNumbers\n {2}none/,
  );
});
