import { env } from "cloudflare:test";
import { beforeEach, expect, it, vi } from "vitest";
import type { Bindings } from "../env.ts";
import worker from "../index.ts";
import { quietQueue } from "../testing/app.ts";
import { beforeEachNumberTest } from "../testing/number-stage.ts";
import { freshNumber, type Line, type NumberWorld, TRUNK, type Workspace } from "../testing/number-world.ts";
import { CITY, signedIn } from "../testing/operator.ts";
import { reconcileNumbers } from "./reconcile.ts";
import { runNumberJob } from "./run-number-job.ts";

let at: Workspace;
let line: Line;
let world: NumberWorld;

beforeEachNumberTest((stage) => {
  ({ at, line, world } = stage);
}, "test");

beforeEach(() => at.client.phoneNumber.create({ phone_number: CITY.phoneNumber }));

async function connected() {
  const { id, phoneNumber } = await world.add();
  await world.connect(id);
  await world.deliver(id);
  return { id, phoneNumber };
}

/** Runs the comparison and returns what it logged. */
async function compared(): Promise<object[]> {
  const log = vi.spyOn(console, "log");
  await reconcileNumbers(world.services);
  const lines = log.mock.calls.map(([text]) => JSON.parse(String(text)));
  log.mockRestore();
  return lines.filter(({ event }) => event === "numbers_differ");
}

it("a number that is set up correctly is left alone", async () => {
  const { id } = await connected();
  const before = line.sent.length;
  expect((await compared()).filter((found) => "number_id" in found && found.number_id === id)).toEqual([]);
  expect(await world.row(id)).toMatchObject({ status: "connected", nextAttemptAt: null });
  expect(line.sent.length).toBe(before);
});

it.each([
  ["missing", (number: string) => at.client.phoneNumber.delete(number)],
  ["wrong_webhook", (number: string) => at.client.phoneNumber.update(number, { inbound_webhook_url: null })],
  ["wrong_agent", (number: string) => at.client.phoneNumber.update(number, { inbound_agents: null })],
] as const)("a number that is %s at Retell is connected again", async (kind, spoil) => {
  const { id, phoneNumber } = await connected();
  await spoil(phoneNumber);
  expect(await compared()).toContainEqual(expect.objectContaining({ kind, number_id: id }));
  expect(await world.row(id)).toMatchObject({ status: "pending" });
  await world.deliver(id);
  expect(await world.row(id)).toMatchObject({ status: "connected" });
  expect(await at.client.phoneNumber.retrieve(phoneNumber)).toMatchObject({
    inbound_agents: [{ agent_id: at.agentId }],
    inbound_webhook_url: expect.stringMatching(/inbound-webhook$/),
    sip_outbound_trunk_config: { auth_username: TRUNK.sip_username },
  });
});

it("an unknown number that is routed to our agent is reported and kept; other people's numbers are ignored", async () => {
  const unknown = freshNumber();
  const foreign = freshNumber();
  const inbound_agents = [{ agent_id: at.agentId, weight: 1 }];
  await at.client.phoneNumber.import({ phone_number: unknown, termination_uri: "x.example.com", inbound_agents });
  await at.client.phoneNumber.import({ phone_number: foreign, termination_uri: "x.example.com" });
  const found = await compared();
  expect(found).toContainEqual(expect.objectContaining({ kind: "unknown", number: `…${unknown.slice(-4)}` }));
  expect(JSON.stringify(found)).not.toContain(foreign.slice(-4));
  expect(JSON.stringify(found)).not.toContain(unknown);
  expect((await at.numbers()).map(({ phone_number }) => phone_number)).toEqual(
    expect.arrayContaining([unknown, foreign]),
  );
});

it("a number that a job is working on is left to that job", async () => {
  const { id } = await connected();
  await env.DB.prepare("UPDATE tenant_phone_numbers SET status = 'disconnecting' WHERE id = ?").bind(id).run();
  expect(JSON.stringify(await compared())).not.toContain(id);
  expect(await world.row(id)).toMatchObject({ status: "disconnecting" });
});

it("nothing is changed while Retell does not answer", async () => {
  const { id } = await connected();
  await at.faults([{ where: "rest", kind: "500" }]);
  await reconcileNumbers(world.services);
  expect(await world.row(id)).toMatchObject({ status: "connected" });
});

it("the hourly cron compares and the other one sweeps", async () => {
  const { id, phoneNumber } = await connected();
  await at.client.phoneNumber.delete(phoneNumber);
  const queued: unknown[] = [];
  const JOBS = { ...quietQueue, send: async (job: unknown) => void queued.push(job) } as unknown as Queue;
  const bindings = { ...env, ...at.bindings, JOBS } as Bindings;
  const context = { waitUntil: () => undefined } as unknown as ExecutionContext;
  const tick = (cron: string) =>
    worker.scheduled({ cron, scheduledTime: 0, noRetry() {} } as ScheduledController, bindings, context);
  await tick("*/5 * * * *");
  expect(queued).toEqual([]);
  await tick("7 * * * *");
  expect(queued).toEqual([{ kind: "number", id }]);
});

it("no request ever changes Sun City's bought number, whatever is tried", async () => {
  const before = await at.client.phoneNumber.retrieve(CITY.phoneNumber);
  line.sent.length = 0;
  const city = await signedIn(CITY.user.email, { bindings: at.bindings });
  const path = `/api/phone-numbers/${CITY.numberId}`;
  const own = await (await city.get(path)).json();
  expect(own).toMatchObject({ status: "connected", changes_at_retell: false, sip_trunk_provider: "retell" });
  expect((await city.post(`${path}/connection`)).status).toBe(409);
  expect((await city.delete(path)).status).toBe(409);
  for (const body of [
    { sip_trunk_uri: "desert.pstn.twilio.com" },
    { sip_trunk_provider: "twilio" },
    { sip_username: "x" },
    { sip_password: "x" },
    { sip_transport: "UDP" },
  ])
    expect((await city.patch(path, body)).status).toBe(409);
  expect((await city.patch(path, { label: "Main", is_primary: true })).status).toBe(200);
  await expect(world.add({ phone_number: CITY.phoneNumber })).rejects.toMatchObject({ code: "number_taken" });
  // No job works on the row, not even when it says that it is due, in any state.
  for (const status of ["pending", "disconnecting", "error", "not_connected", "connected"]) {
    await env.DB.prepare(
      "UPDATE tenant_phone_numbers SET status = ?, next_attempt_at = 1, verified_at = NULL, created_at = 1 WHERE id = ?",
    )
      .bind(status, CITY.numberId)
      .run();
    await runNumberJob(world.services, CITY.numberId);
    await city.post(`${path}/connection`);
    await city.delete(path);
    await expect(world.add({ phone_number: CITY.phoneNumber })).rejects.toMatchObject({ code: "number_taken" });
    await reconcileNumbers(world.services);
    await runNumberJob(world.services, CITY.numberId);
  }
  await line.quiet();
  expect(line.sent.filter(({ method }) => method.toUpperCase() !== "GET")).toEqual([]);
  expect(await at.client.phoneNumber.retrieve(CITY.phoneNumber)).toEqual(before);
});
