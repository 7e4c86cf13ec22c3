import { env } from "cloudflare:test";
import { describe, expect, it, vi } from "vitest";
import { beforeEachNumberTest } from "../testing/number-stage.ts";
import { freshNumber, type Line, type NumberWorld, TRUNK, type Workspace } from "../testing/number-world.ts";
import { changeNumber } from "./change-number.ts";
import { removeNumber } from "./remove-number.ts";
import { TROUBLES, type Trouble } from "./retell-trouble.ts";
import { runNumberJob } from "./run-number-job.ts";

// The stand-in produces every cause in the table; each one must end in clear words and a Retry that works.

let at: Workspace;
let line: Line;
let world: NumberWorld;

beforeEachNumberTest((stage) => {
  ({ at, line, world } = stage);
});

const refuse = (status: number, message: string) => () =>
  at.faults([{ where: "rest", match: "POST /import", kind: "refuse", status, message }]);

const CAUSES: Record<Exclude<Trouble, "none_available" | "number_lost">, () => Promise<unknown>> = {
  bad_key: async () => {
    world.configure({ RETELL_API_KEY: "key_wrong" });
  },
  no_payment: refuse(402, "Trial over, please add a payment method."),
  already_imported: async () => {
    const [number] = await world.rows();
    await at.client.phoneNumber.import({
      phone_number: number?.phoneNumber ?? "",
      termination_uri: "elsewhere.example.com",
    });
  },
  unreachable_trunk: refuse(400, "Could not resolve host desert.pstn.twilio.com"),
  wrong_credentials: refuse(400, `Invalid sip_trunk_auth_password "${TRUNK.sip_password}"`),
  invalid_trunk: refuse(400, "termination_uri must end with pstn.twilio.com"),
  invalid_number: refuse(400, "phone_number must be in E.164 format"),
  refused: refuse(400, "Computer says no"),
  rate_limited: () => at.faults([{ where: "rest", kind: "429", retry_after: 3 }]),
  outage: () => at.faults([{ where: "rest", kind: "500" }]),
  password_lost: async () => {
    const { keys } = await env.KV.list({ prefix: `secret/${world.account.id}/sip/` });
    for (const { name } of keys) await env.KV.delete(name);
    world.clock.now += 121_000;
  },
  not_configured: async () => {
    world.configure({ RETELL_AGENT_ID: "agent_that_is_gone" });
  },
};

it.each(Object.entries(CAUSES))(
  "%s is said in words, nothing is left at Retell, and Retry connects",
  async (cause, spoil) => {
    const log = vi.spyOn(console, "log");
    const { id, phoneNumber } = await world.add();
    const settings = world.services.settings;
    await spoil();
    await world.connect(id);
    await world.deliver(id);
    const row = await world.row(id);
    expect(row).toMatchObject({
      status: "error",
      errorCode: cause,
      statusDetail: TROUBLES[cause as Trouble].words,
      nextAttemptAt: null,
      lease: null,
    });
    expect(row?.statusDetail).not.toMatch(/\b(SIP|API|HTTP|webhook|401|402|429|500)\b/);
    expect(log.mock.calls.join("\n")).not.toContain(TRUNK.sip_password);
    log.mockRestore();

    await at.faults([]);
    world.configure(settings);
    if (cause === "already_imported") await at.client.phoneNumber.delete(phoneNumber);
    if (cause === "password_lost")
      await changeNumber(world.scope, world.services, id, { sip_password: TRUNK.sip_password });
    world.clock.now += 60_000;
    await world.connect(id);
    await world.deliver(id);
    expect(await world.row(id)).toMatchObject({ status: "connected", errorCode: null, statusDetail: null });
  },
);

it("the job waits for a password that KV does not show yet instead of calling it lost", async () => {
  const { id } = await world.add();
  const { keys } = await env.KV.list({ prefix: `secret/${world.account.id}/sip/` });
  const values = await Promise.all(keys.map(async ({ name }) => [name, (await env.KV.get(name)) ?? ""] as const));
  for (const [name] of values) await env.KV.delete(name);
  await world.connect(id);
  expect((await runNumberJob(world.services, id)).retryInSeconds).toBeGreaterThan(0);
  expect(await world.row(id)).toMatchObject({ status: "pending", nextAttemptAt: expect.any(Number) });
  for (const [name, value] of values) await env.KV.put(name, value);
  world.clock.now += 60_000;
  await world.deliver(id);
  expect(await world.row(id)).toMatchObject({ status: "connected" });
});

it("a refused number can be removed right away, because Retell has nothing of it", async () => {
  const { id } = await world.add();
  await refuse(400, "termination_uri is wrong")();
  await world.connect(id);
  await world.deliver(id);
  expect(await removeNumber(world.scope, world.services, id)).toBeNull();
  expect(await world.row(id)).toBeNull();
});

it("a throttled job waits as long as Retell says", async () => {
  const { id } = await world.add();
  await world.connect(id);
  await at.faults([{ where: "rest", kind: "429", retry_after: 90, times: 1 }]);
  expect(await runNumberJob(world.services, id)).toEqual({ retryInSeconds: 90 });
  expect(await world.row(id)).toMatchObject({ status: "pending", nextAttemptAt: world.clock.now + 90_000 });
});

it("a removal is never given up: it is retried at growing intervals, in the end hourly, until Retell answers", async () => {
  const { id, phoneNumber } = await world.add();
  await world.connect(id);
  await world.deliver(id);
  await removeNumber(world.scope, world.services, id);
  await at.faults([{ where: "rest", kind: "500" }]);
  const waits: (number | null)[] = [];
  for (let tries = 0; tries < 12; tries++) {
    const { retryInSeconds } = await runNumberJob(world.services, id);
    waits.push(retryInSeconds);
    world.clock.now += (retryInSeconds ?? 0) * 1000;
  }
  expect(waits.slice(0, 3)).toEqual([5, 15, 45]);
  expect(waits.at(-1)).toBe(3600);
  expect(await world.row(id)).toMatchObject({ status: "disconnecting", statusDetail: expect.any(String) });
  await at.faults([]);
  await world.deliver(id);
  expect(await world.row(id)).toBeNull();
  expect((await at.numbers()).map((number) => number.phone_number)).not.toContain(phoneNumber);
});

it("a number is connected even if Retell refuses the office's number for overflow", async () => {
  const { id } = await world.add();
  await world.connect(id);
  await at.faults([{ where: "rest", match: "PATCH", kind: "refuse", status: 400, message: "fallback_number" }]);
  await world.deliver(id);
  expect(await world.row(id)).toMatchObject({ status: "connected", errorCode: null });
});

describe("a number that Retell already has", () => {
  it("is taken over, not imported again, if it is imported and routed to us", async () => {
    const { id, phoneNumber } = await world.add();
    await at.client.phoneNumber.import({
      phone_number: phoneNumber,
      termination_uri: "old.example.com",
      inbound_agents: [{ agent_id: at.agentId, weight: 1 }],
      inbound_webhook_url: `${world.services.settings.PUBLIC_URL}/retell/inbound-webhook`,
    });
    line.sent.length = 0;
    await world.connect(id);
    await world.deliver(id);
    expect(await world.row(id)).toMatchObject({ status: "connected" });
    expect(line.sent.map(({ method }) => method.toUpperCase())).toEqual(["GET", "PATCH", "PATCH"]);
    expect(await removeNumber(world.scope, world.services, id)).toMatchObject({ status: "disconnecting" });
  });

  it("is never touched if it was bought there, whoever asks for it", async () => {
    const phone_number = freshNumber();
    await at.client.phoneNumber.create({ phone_number, inbound_agents: [{ agent_id: at.agentId, weight: 1 }] });
    const before = await at.client.phoneNumber.retrieve(phone_number);
    const { id } = await world.add({ phone_number });
    await world.connect(id);
    await world.deliver(id);
    expect(await world.row(id)).toMatchObject({ status: "error", errorCode: "already_imported" });
    expect(await removeNumber(world.scope, world.services, id)).toBeNull();
    expect(await at.client.phoneNumber.retrieve(phone_number)).toEqual(before);
  });

  it("is bound to the only agent with our name if no agent is configured", async () => {
    world.configure({ RETELL_AGENT_ID: "" });
    const { id, phoneNumber } = await world.add();
    await world.connect(id);
    await world.deliver(id);
    expect(await at.client.phoneNumber.retrieve(phoneNumber)).toMatchObject({
      inbound_agents: [{ agent_id: at.agentId }],
    });
  });
});

it("every request to Retell is counted per company and day", async () => {
  const { id } = await world.add();
  await world.connect(id);
  await world.deliver(id);
  const { results } = await env.DB.prepare("SELECT what, count, day FROM usage WHERE user_id = ? ORDER BY what")
    .bind(world.account.id)
    .all();
  expect(results).toMatchObject([
    { what: "retell.get", count: 1, day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    { what: "retell.import", count: 1 },
    { what: "retell.update", count: 1 },
  ]);
});

it("without any key a number waits and says so", async () => {
  world.configure({ RETELL_API_KEY: undefined });
  const { id } = await world.add();
  await world.connect(id);
  await world.deliver(id);
  expect(await world.row(id)).toMatchObject({ status: "error", errorCode: "not_configured" });
});

it("with a malformed vault key the job gives up and says so, and Retry connects once the key is fixed", async () => {
  const { id } = await world.add();
  const { keyEncryptionKeys } = world.services.settings;
  const names = Object.keys(keyEncryptionKeys);
  world.configure({ keyEncryptionKeys: Object.fromEntries(names.map((name) => [name, "too-short"])) });
  await world.connect(id);
  await world.deliver(id);
  expect(await world.row(id)).toMatchObject({ status: "error", errorCode: "not_configured", lease: null });
  world.configure({ keyEncryptionKeys });
  await world.connect(id);
  await world.deliver(id);
  expect(await world.row(id)).toMatchObject({ status: "connected" });
});

it("answers from Retell that break off midway count as an outage after six tries", async () => {
  const { id } = await world.add();
  await world.connect(id);
  const whole = globalThis.fetch;
  const headers = { "content-type": "application/json" };
  globalThis.fetch = async () => new Response('{"phone_number": "+19', { headers });
  await world.deliver(id);
  globalThis.fetch = whole;
  expect(await world.row(id)).toMatchObject({ status: "error", errorCode: "outage", nextAttemptAt: null, lease: null });
});

it("a password that is removed here is removed at Retell too, even without a user name", async () => {
  const { id } = await world.add();
  await world.connect(id);
  await world.deliver(id);
  await changeNumber(world.scope, world.services, id, { sip_username: null });
  await world.deliver(id);
  vi.mocked(globalThis.fetch).mockClear();
  await changeNumber(world.scope, world.services, id, { sip_password: null });
  await world.deliver(id);
  const updates = vi.mocked(globalThis.fetch).mock.calls.filter(([, init]) => init?.method?.toUpperCase() === "PATCH");
  expect(updates.map(([, init]) => JSON.parse(String(init?.body)))).toMatchObject([
    { auth_username: "", auth_password: "" },
  ]);
});
