import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Retell from "retell-sdk";
import { afterEach, describe, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../server.ts";

const KEY = "key_test_0123456789abcdef";
const NUMBER = "+15205550142";
const running: Emulator[] = [];

async function workspace(statePath?: string) {
  const emulator = await startEmulator({ port: 0, apiKey: KEY, ...(statePath === undefined ? {} : { statePath }) });
  running.push(emulator);
  return { emulator, client: clientOf(emulator, KEY) };
}

function clientOf(emulator: Emulator, apiKey: string): Retell {
  return new Retell({ apiKey, baseURL: emulator.url, maxRetries: 0 });
}

async function withAgent(client: Retell) {
  const llm = await client.llm.create({ model: "gpt-4.1", general_prompt: "You answer for {{company_name}}." });
  const agent = await client.agent.create({
    agent_name: "Night desk",
    voice_id: "retell-Cimo",
    response_engine: { type: "retell-llm", llm_id: llm.llm_id },
  });
  return { llm, agent };
}

const refusal = (status: number, message: string | RegExp) =>
  expect.objectContaining({
    status,
    error: { status: "error", message: expect.stringMatching(message) },
  });

afterEach(async () => {
  await Promise.all(running.splice(0).map((emulator) => emulator.close()));
});

describe("the API key", () => {
  it("is required, and a wrong one is refused with 401", async () => {
    const { emulator } = await workspace();
    const stranger = clientOf(emulator, "key_wrong");
    await expect(stranger.agent.list({})).rejects.toEqual(refusal(401, "API key is missing or invalid."));
    await expect(stranger.phoneNumber.list()).rejects.toBeInstanceOf(Retell.AuthenticationError);
  });

  it("identifies its workspace", async () => {
    const { client } = await workspace();
    expect(await client.identity.retrieve()).toEqual({ api_key_name: "emulator", org_name: "Emulated workspace" });
    expect(await client.concurrency.retrieve()).toMatchObject({ current_concurrency: 0, concurrency_limit: 20 });
  });
});

describe("an agent and its LLM", () => {
  it("begin as draft 0 and can be read back", async () => {
    const { client } = await workspace();
    const { llm, agent } = await withAgent(client);
    expect(llm).toMatchObject({ version: 0, is_published: false, model: "gpt-4.1" });
    expect(agent).toMatchObject({
      version: 0,
      is_published: false,
      response_engine: { type: "retell-llm", llm_id: llm.llm_id, version: 0 },
    });
    expect(await client.agent.retrieve(agent.agent_id)).toEqual(agent);
    expect(await client.llm.retrieve(llm.llm_id)).toEqual(llm);
  });

  it("can be edited as drafts", async () => {
    const { client } = await workspace();
    const { llm, agent } = await withAgent(client);
    await client.llm.update(llm.llm_id, { begin_message: "Good evening." });
    await client.agent.update(agent.agent_id, {
      webhook_url: "http://127.0.0.1:1/events",
      max_call_duration_ms: 600_000,
    });
    expect(await client.llm.retrieve(llm.llm_id)).toMatchObject({ begin_message: "Good evening.", model: "gpt-4.1" });
    expect(await client.agent.retrieve(agent.agent_id)).toMatchObject({ max_call_duration_ms: 600_000 });
  });

  it("are published together and then never change", async () => {
    const { client } = await workspace();
    const { llm, agent } = await withAgent(client);
    await client.agent.publish(agent.agent_id, { version: 0, version_title: "First" });
    expect(await client.agent.retrieve(agent.agent_id)).toMatchObject({ is_published: true, version_title: "First" });
    expect(await client.llm.retrieve(llm.llm_id)).toMatchObject({ is_published: true });
    await expect(client.agent.update(agent.agent_id, { agent_name: "x" })).rejects.toEqual(refusal(400, /published/));
    await expect(client.llm.update(llm.llm_id, { begin_message: "x" })).rejects.toEqual(refusal(400, /published/));
    await expect(client.agent.publish(agent.agent_id, { version: 0 })).rejects.toEqual(refusal(400, /already/));
  });

  it("share a new version number, and the published one stays as it was", async () => {
    const { client } = await workspace();
    const { llm, agent } = await withAgent(client);
    await client.agent.publish(agent.agent_id, { version: 0 });
    const draft = await client.agent.createVersion(agent.agent_id, { base_version: 0 });
    expect(draft).toMatchObject({
      version: 1,
      base_version: 0,
      is_published: false,
      response_engine: { llm_id: llm.llm_id, version: 1 },
    });
    await client.llm.update(llm.llm_id, { general_prompt: "Second.", version: 1 });
    await client.agent.update(agent.agent_id, { agent_name: "Second", version: 1 });
    expect(await client.llm.retrieve(llm.llm_id, { version: 0 })).toMatchObject({
      general_prompt: "You answer for {{company_name}}.",
    });
    expect(await client.agent.retrieve(agent.agent_id, { version: "latest_published" })).toMatchObject({ version: 0 });
    expect(await client.agent.retrieve(agent.agent_id, { version: "latest" })).toMatchObject({ agent_name: "Second" });
    const { items } = await client.agent.listVersions(agent.agent_id);
    expect(items.map((v) => [v.version, v.is_published, v.base_version])).toEqual([
      [1, false, 0],
      [0, true, undefined],
    ]);
  });

  it("are listed newest first, a page at a time", async () => {
    const { client } = await workspace();
    const first = await withAgent(client);
    const second = await withAgent(client);
    const page = await client.agent.list({ limit: 1 });
    expect(page).toMatchObject({ has_more: true, items: [{ agent_id: second.agent.agent_id, channel: "voice" }] });
    const rest = await client.agent.list({ limit: 1, pagination_key: page.pagination_key ?? "" });
    expect(rest).toMatchObject({ has_more: false, items: [{ agent_id: first.agent.agent_id }] });
    expect((await client.agent.list({ filter_criteria: { query: "day" } })).items).toEqual([]);
    expect((await client.llm.list({ sort_order: "ascending" })).items.map((l) => l.llm_id)).toEqual([
      first.llm.llm_id,
      second.llm.llm_id,
    ]);
  });

  it("can be deleted, but the LLM only if no agent needs it", async () => {
    const { client } = await workspace();
    const { llm, agent } = await withAgent(client);
    await expect(client.llm.delete(llm.llm_id)).rejects.toEqual(refusal(400, /still used/));
    await client.agent.delete(agent.agent_id);
    await client.llm.delete(llm.llm_id);
    await expect(client.agent.retrieve(agent.agent_id)).rejects.toEqual(refusal(422, /Cannot find requested asset/));
    await expect(client.llm.retrieve(llm.llm_id)).rejects.toBeInstanceOf(Retell.UnprocessableEntityError);
  });

  it("are refused when they are not valid", async () => {
    const { client } = await workspace();
    const { llm, agent } = await withAgent(client);
    const response_engine = { type: "retell-llm" as const, llm_id: llm.llm_id };
    const url = "https://desk.example/tool";
    const tool = { type: "custom" as const, name: "look_up", url };
    const bad: [Promise<unknown>, number, RegExp][] = [
      [client.agent.create({ voice_id: "", response_engine }), 400, /voice_id/],
      [client.agent.create({ voice_id: "v", response_engine: { ...response_engine, llm_id: "llm_no" } }), 422, /asset/],
      [client.agent.update(agent.agent_id, { max_call_duration_ms: 1 }), 400, /max_call_duration_ms/],
      [client.agent.update(agent.agent_id, { timezone: "Mars/Olympus" }), 400, /timezone must be an IANA/],
      [client.agent.update("agent_no", {}), 422, /asset/],
      [client.agent.createVersion(agent.agent_id, { base_version: 9 }), 422, /asset/],
      [client.agent.publish(agent.agent_id, { version: 9 }), 422, /asset/],
      [client.llm.create({ model_temperature: 2 }), 400, /model_temperature/],
      [client.llm.create({ model: "gpt-4.1", s2s_model: "gpt-realtime" }), 400, /both/],
      [client.llm.create({ general_tools: [tool, tool] }), 400, /unique/],
      [client.llm.create({ general_tools: [{ ...tool, name: "has space" }] }), 400, /name/],
      [client.llm.create({ general_tools: [{ ...tool, timeout_ms: 5 }] }), 400, /timeout_ms/],
    ];
    for (const [attempt, status, message] of bad) await expect(attempt).rejects.toEqual(refusal(status, message));
  });
});

describe("a phone number", () => {
  const trunk = {
    termination_uri: "desk.pstn.twilio.com",
    sip_trunk_auth_username: "desk",
    sip_trunk_auth_password: "secret-pw",
  };

  it("is imported with the number as its id, and its password is never shown again", async () => {
    const { client } = await workspace();
    const { agent } = await withAgent(client);
    const inbound_agents = [{ agent_id: agent.agent_id, weight: 1, agent_version: "latest" }];
    const imported = await client.phoneNumber.import({
      ...trunk,
      phone_number: NUMBER,
      ignore_e164_validation: false,
      inbound_agents,
      inbound_webhook_url: "https://desk.example/retell/inbound-webhook",
      nickname: "Front desk",
    });
    expect(imported).toMatchObject({
      phone_number: NUMBER,
      phone_number_type: "custom",
      inbound_agents,
      sip_outbound_trunk_config: { termination_uri: trunk.termination_uri, auth_username: "desk", transport: "TCP" },
    });
    expect(JSON.stringify(imported)).not.toContain("secret-pw");
    expect(await client.phoneNumber.retrieve(NUMBER)).toEqual(imported);
    expect((await client.phoneNumber.list()).items).toEqual([imported]);
  });

  it("can be bought, changed and released", async () => {
    const { client } = await workspace();
    expect(await client.phoneNumber.create({ phone_number: NUMBER })).toMatchObject({
      phone_number_type: "retell-twilio",
    });
    const changed = await client.phoneNumber.update(NUMBER, {
      nickname: "Night",
      fallback_number: "+15205550143",
      inbound_webhook_url: "https://desk.example/hook",
    });
    expect(changed).toMatchObject({ nickname: "Night", fallback_number: "+15205550143" });
    expect(await client.phoneNumber.update(NUMBER, { fallback_number: null })).toMatchObject({ fallback_number: null });
    await client.phoneNumber.delete(NUMBER);
    await expect(client.phoneNumber.retrieve(NUMBER)).rejects.toEqual(refusal(422, /asset/));
    await expect(client.phoneNumber.delete(NUMBER)).rejects.toEqual(refusal(422, /asset/));
  });

  it("can be bought by area, country or toll free, each number once, and not where none is left", async () => {
    const { client } = await workspace();
    const bought = async (wish: object) => (await client.phoneNumber.create(wish)).phone_number;
    expect(await bought({ area_code: 520, nickname: "Night" })).toBe("+15205550100");
    expect(await bought({ area_code: 520 })).toBe("+15205550101");
    expect(await bought({ country_code: "CA" })).toMatch(/^\+1416/);
    expect(await bought({ toll_free: true })).toMatch(/^\+1833/);
    expect((await client.phoneNumber.list()).items).toHaveLength(4);
    await expect(bought({ area_code: 599 })).rejects.toEqual(refusal(400, /area code 599/));
    await expect(bought({ area_code: 12 })).rejects.toEqual(refusal(400, /area_code/));
    await expect(bought({ country_code: "DE" })).rejects.toEqual(refusal(400, /country_code/));
    await expect(bought({ inbound_agents: [{ agent_id: "agent_none", weight: 1 }] })).rejects.toEqual(
      refusal(422, /asset/),
    );
    expect((await client.phoneNumber.list()).items, "a refusal buys nothing").toHaveLength(4);
  });

  it("keeps its trunk when only a part of it changes", async () => {
    const { client } = await workspace();
    await client.phoneNumber.import({ ...trunk, phone_number: NUMBER });
    const changed = await client.phoneNumber.update(NUMBER, { auth_username: "new", auth_password: "pw2" });
    expect(changed.sip_outbound_trunk_config).toEqual({
      termination_uri: trunk.termination_uri,
      auth_username: "new",
      transport: "TCP",
    });
  });

  it("is accepted as it is written unless E.164 is required", async () => {
    const { client } = await workspace();
    const loose = await client.phoneNumber.import({ ...trunk, phone_number: "520 555 0142" });
    expect(loose.phone_number).toBe("520 555 0142");
    await expect(
      client.phoneNumber.import({ ...trunk, phone_number: "520 555 0143", ignore_e164_validation: false }),
    ).rejects.toEqual(refusal(400, /E\.164/));
  });

  it("is refused when it is wrong, a duplicate, or bound to agents that do not exist", async () => {
    const { client } = await workspace();
    const { agent } = await withAgent(client);
    await client.phoneNumber.import({ ...trunk, phone_number: NUMBER });
    const other = { ...trunk, phone_number: "+15205550143" };
    const bound = (weight: number, agent_version: string | number = 0) => [
      { agent_id: agent.agent_id, weight, agent_version },
    ];
    const withFallback = { ...other, fallback_number: NUMBER };
    const bad: [Promise<unknown>, number, RegExp][] = [
      [client.phoneNumber.import({ ...trunk, phone_number: NUMBER }), 400, /already exists/],
      [client.phoneNumber.import({ ...other, termination_uri: "two words" }), 400, /termination_uri/],
      [client.phoneNumber.import({ ...other, inbound_agents: bound(0.5) }), 400, /add up to 1/],
      [client.phoneNumber.import({ ...other, inbound_agents: bound(1, 7) }), 422, /asset/],
      [client.phoneNumber.import({ ...other, inbound_agents: bound(1, "latest_published") }), 422, /asset/],
      [client.phoneNumber.import({ ...other, inbound_agents: [{ agent_id: "agent_no", weight: 1 }] }), 422, /asset/],
      [client.phoneNumber.import({ ...other, transport: "SCTP" }), 400, /transport/],
      [client.phoneNumber.import(withFallback), 400, /fallback_number can only be set by an update/],
      [client.phoneNumber.update(NUMBER, { fallback_number: NUMBER }), 400, /itself/],
      [client.phoneNumber.update(NUMBER, { allowed_inbound_country_list: ["usa"] }), 400, /country_list/],
      [client.phoneNumber.update("+15205550199", {}), 422, /asset/],
    ];
    for (const [attempt, status, message] of bad) await expect(attempt).rejects.toEqual(refusal(status, message));
    expect((await client.phoneNumber.list()).items).toHaveLength(1);
  });
});

describe("the workspace", () => {
  it("answers broken JSON with 400 and an unknown path with 404", async () => {
    const { emulator } = await workspace();
    const headers = { authorization: `Bearer ${KEY}` };
    const broken = await fetch(`${emulator.url}/create-retell-llm`, { method: "POST", headers, body: "{" });
    expect([broken.status, await broken.json()]).toEqual([400, expect.objectContaining({ status: "error" })]);
    expect((await fetch(`${emulator.url}/list-agents`, { headers })).status).toBe(404);
  });

  it("survives a restart, and no trunk password is on the disk", async () => {
    const statePath = join(mkdtempSync(join(tmpdir(), "emulator-")), "deep", "emulator.json");
    const { emulator, client } = await workspace(statePath);
    const { agent } = await withAgent(client);
    await client.phoneNumber.import({
      phone_number: NUMBER,
      termination_uri: "a.example",
      sip_trunk_auth_password: "secret-pw",
    });
    await emulator.close();
    running.pop();
    const again = await workspace(statePath);
    expect(await again.client.agent.retrieve(agent.agent_id)).toEqual(agent);
    expect(await again.client.phoneNumber.retrieve(NUMBER)).toMatchObject({ phone_number: NUMBER });
    expect(readFileSync(statePath, "utf8")).not.toContain("secret-pw");
  });
});

describe("the list of calls", () => {
  it("is empty before the first call, and an unknown call is 422", async () => {
    const { client } = await workspace();
    expect(await client.call.list({ include_total: true })).toEqual({ items: [], has_more: false, total: 0 });
    await expect(client.call.retrieve("call_no")).rejects.toEqual(refusal(422, /asset/));
    await expect(client.call.list({ skip: 1, pagination_key: "call_no" })).rejects.toEqual(refusal(400, /skip/));
  });
});
