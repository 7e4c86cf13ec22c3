import Retell from "retell-sdk";
import { afterEach, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../emulator/server.ts";
import { AGENT_NAME } from "../../worker/agent/agent-name.ts";
import { agentDefinition } from "../../worker/agent/definition.ts";
import { applyAgent } from "./apply.ts";
import { bindNumber } from "./bind.ts";
import { publishDraft } from "./publish.ts";
import { readVersion } from "./release.ts";
import { rollbackAgent } from "./rollback.ts";
import { findSharedAgent } from "./shared-agent.ts";

// Every command fails at each of its requests in every way: before Retell did anything, after it did everything, and with
// a connection that is cut while Retell finishes the work.

const KEY = "key_test_half_way";
const NUMBER = "+15205550100";
const OLD = "http://127.0.0.1:1"; // nothing listens there, so the calls of this test end with the greeting
const NEW = "http://127.0.0.1:7";
const FAULTS = ["500", "drop", "error_after", "late"] as const;

type Fault = (typeof FAULTS)[number];
type Desk = { emulator: Emulator; client: Retell; foreign: string[] };

let open: Emulator[] = [];

afterEach(async () => {
  await Promise.all(open.map((emulator) => emulator.close()));
  open = [];
});

/** A workspace in which another agent answers another number, as the single-tenant one does. */
async function desk(): Promise<Desk> {
  const emulator = await startEmulator({ port: 0, apiKey: KEY });
  open.push(emulator);
  const client = new Retell({ apiKey: KEY, baseURL: emulator.url, maxRetries: 0 });
  const { llm_id } = await client.llm.create({ general_prompt: "Reservation & After-Hours Check" });
  const response_engine = { type: "retell-llm" as const, llm_id };
  const agent = await client.agent.create({ agent_name: "The only tenant", voice_id: "retell-Cimo", response_engine });
  await client.agent.publish(agent.agent_id, { version: 0 });
  const inbound_agents = [{ agent_id: agent.agent_id, weight: 1, agent_version: "latest_published" as const }];
  const trunk = { termination_uri: "desk.pstn.twilio.com", ignore_e164_validation: false };
  await client.phoneNumber.import({ ...trunk, phone_number: "+15205550199", inbound_agents });
  await client.phoneNumber.import({ ...trunk, phone_number: NUMBER });
  return { emulator, client, foreign: [agent.agent_id, llm_id, encodeURIComponent("+15205550199")] };
}

/** A client that records its requests and fails at the n-th. `settled` waits for work that continues after a cut. */
function breaking({ emulator }: Desk, at: number | null, fault: Fault) {
  const requests: string[] = [];
  const behind: Promise<unknown>[] = [];
  const broken: typeof fetch = async (input, init) => {
    const { pathname, search } = new URL(String(input));
    const now = requests.length === at;
    requests.push(`${init?.method} ${pathname}${search} ${String(init?.body ?? "")}`);
    if (!now) return fetch(input, init);
    if (fault === "late") {
      behind.push(fetch(input, { ...init, signal: null }));
      throw new TypeError("no answer in time");
    }
    const rule = { where: "rest", match: pathname, kind: fault, times: 1 };
    await fetch(`${emulator.url}/emulator/faults`, { method: "PUT", body: JSON.stringify([rule]) });
    return fetch(input, init);
  };
  const client = new Retell({ apiKey: KEY, baseURL: emulator.url, maxRetries: 0, fetch: broken });
  return { client, requests, settled: () => Promise.all(behind) };
}

/** The addresses that callers get now, from a published version that comes entirely from one definition. */
async function answering({ client }: Desk): Promise<string | null> {
  const shared = await findSharedAgent(client);
  if (!shared?.published) return null;
  const stored = await readVersion(client, shared.agentId, shared.published.version);
  const url = stored.agent.webhook_url?.startsWith(NEW) ? NEW : OLD;
  const { agent, llm } = agentDefinition({ publicUrl: url });
  expect(stored.agent).toMatchObject(agent);
  expect(stored.llm).toMatchObject(llm);
  return url;
}

/** Calls the number and checks that a published version of our agent took the call. */
async function someoneAnswers({ emulator, client }: Desk): Promise<void> {
  const placed = await fetch(`${emulator.url}/emulator/calls`, {
    method: "POST",
    body: JSON.stringify({ to: NUMBER, from: "+16025550100", say: ["Goodbye"] }),
  });
  const { call_id } = (await placed.json()) as { call_id: string };
  const { agent_id, agent_version } = await client.call.retrieve(call_id);
  const shared = await findSharedAgent(client);
  expect(agent_id).toBe(shared?.agentId);
  expect(agent_version).toBe(shared?.published?.version);
}

const apply = (publicUrl: string) => (client: Retell) => applyAgent({ client, publicUrl });
const bind = (client: Retell) => bindNumber({ client, publicUrl: OLD, phoneNumber: NUMBER });

type Scenario = {
  before: ((client: Retell) => Promise<unknown>)[];
  run: (client: Retell) => Promise<unknown>;
  /** Which version may answer after the failure, and which one does after the command was run again. */
  meanwhile: (string | null)[];
  finally: string;
  versions: number;
};

const scenarios: Record<string, Scenario> = {
  "the first apply": { before: [], run: apply(OLD), meanwhile: [null, OLD], finally: OLD, versions: 1 },
  "apply with a change": {
    before: [apply(OLD), bind],
    run: apply(NEW),
    meanwhile: [OLD, NEW],
    finally: NEW,
    versions: 2,
  },
  publish: {
    before: [apply(OLD), bind, (client) => applyAgent({ client, publicUrl: NEW, publish: false })],
    run: (client) => publishDraft({ client }),
    meanwhile: [OLD, NEW],
    finally: NEW,
    versions: 2,
  },
  rollback: {
    before: [apply(OLD), bind, apply(NEW)],
    run: (client) => rollbackAgent({ client }),
    meanwhile: [NEW, OLD],
    finally: OLD,
    versions: 4, // a draft that was left behind is not published
  },
  "binding a number": { before: [apply(OLD)], run: bind, meanwhile: [OLD], finally: OLD, versions: 1 },
};

async function prepared({ before }: Scenario): Promise<Desk> {
  const ready = await desk();
  for (const step of before) await step(ready.client);
  return ready;
}

test.each(Object.entries(scenarios))(
  "%s may fail at any request in any way: calls are still answered, and running it again finishes",
  async (_, scenario) => {
    const healthy = breaking(await prepared(scenario), null, "500");
    await scenario.run(healthy.client);
    expect(healthy.requests.length).toBeGreaterThan(2);
    for (const [at, request] of healthy.requests.entries()) {
      for (const fault of FAULTS) {
        const where = `${fault} at ${request.slice(0, 60)}`;
        const ready = await prepared(scenario);
        const { client, requests, settled } = breaking(ready, at, fault);
        const failed = await scenario.run(client).then(
          () => false,
          () => true,
        );
        await settled();
        expect(requests.length, where).toBeGreaterThan(at);
        expect(scenario.meanwhile, where).toContain(await answering(ready));
        const bound = scenario.before.includes(bind);
        if (bound) await someoneAnswers(ready);

        const again = breaking(ready, null, fault);
        if (failed) await scenario.run(again.client).catch(alreadyDone);
        expect(await answering(ready), where).toBe(scenario.finally);
        if (bound) await someoneAnswers(ready);
        const names = (await ready.client.agent.list()).items.map(({ agent_name }) => agent_name);
        expect(names.toSorted(), where).toEqual([AGENT_NAME, "The only tenant"].toSorted());
        const versions = (await findSharedAgent(ready.client))?.versions ?? [];
        expect(versions.length, where).toBeLessThanOrEqual(scenario.versions);
        // No request may concern the agent that is not ours, or its number.
        for (const sent of [...requests, ...again.requests]) {
          expect(ready.foreign.filter((id) => sent.includes(id))).toEqual([]);
        }
        await ready.emulator.close();
        open = open.filter((emulator) => emulator !== ready.emulator);
      }
    }
  },
  120_000,
);

/** If the version was published after a cut connection, publishing again finds no draft. That counts as finished. */
function alreadyDone(error: unknown): void {
  if (!String(error).includes("There is no draft to publish")) throw error;
}

test("no number is ever bound to a draft, and a leftover draft answers no calls", async () => {
  const ready = await prepared({ ...scenarios.publish, before: [apply(OLD)] } as Scenario);
  const { client, requests } = breaking(ready, null, "500");
  await applyAgent({ client, publicUrl: NEW, publish: false });
  await bind(client);
  await applyAgent({ client, publicUrl: NEW });
  await rollbackAgent({ client });
  const bodies = requests.filter((request) => request.includes("inbound_agents"));
  expect(bodies).toHaveLength(1);
  expect(bodies[0]).toContain('"agent_version":"latest_published"');
  await someoneAnswers(ready);
});
