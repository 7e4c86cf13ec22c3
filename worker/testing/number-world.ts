import { env } from "cloudflare:test";
import Retell from "retell-sdk";
import { vi } from "vitest";
import { openDatabase } from "../db/database.ts";
import type { Bindings } from "../env.ts";
import { addNumber } from "../numbers/add-number.ts";
import { newNumber } from "../numbers/number-schema.ts";
import { connectNumber } from "../numbers/request-connection.ts";
import { runNumberJob } from "../numbers/run-number-job.ts";
import { runPurchaseJob } from "../numbers/run-purchase-job.ts";
import { phoneNumber, phoneNumbers } from "../numbers/store/phone-numbers.ts";
import { createServices, type Services } from "../services.ts";
import { scopeOfAccount } from "../tenancy/account.ts";
import { KEY, quietQueue } from "./app.ts";
import { dyingDatabase } from "./dying-database.ts";
import { CUT_LINE } from "./retell-workspaces.ts";

export const TRUNK = {
  sip_trunk_uri: "desert.pstn.twilio.com",
  sip_trunk_provider: "twilio",
  sip_username: "desk",
  sip_password: "canary-trunk-pa55word",
};
export const OFFICE = "+16025550190";
const TIMEOUT_MS = 10_000; // of a request to Retell, so long that a busy machine does not look like an outage
/** For tests of late answers: how long the Worker waits, and when the answer comes. */
export const IMPATIENT = { RETELL_TIMEOUT_MS: 250 };
export const LATE_MS = 600;

let line = 0;

/** A number that no other test in the file uses. */
export function freshNumber(): string {
  line += 1;
  return `+1928555${String(line).padStart(4, "0")}`;
}

/** A separate Retell workspace with the shared agent published, and the bindings that point the Worker to it. */
export async function workspace() {
  const baseURL = `http://w${crypto.randomUUID()}.retell.test`;
  const client = new Retell({ apiKey: KEY, baseURL, maxRetries: 0 });
  const { llm_id } = await client.llm.create({ general_prompt: "Hello." });
  const { agent_id, version } = await client.agent.create({
    agent_name: "Nightdesk shared agent",
    voice_id: "retell-Cimo",
    response_engine: { type: "retell-llm", llm_id },
  });
  await client.agent.publish(agent_id, { version });
  const faults = (rules: object[]) =>
    fetch(`${baseURL}/emulator/faults`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(rules),
    });
  const numbers = async () => (await client.phoneNumber.list({ limit: 1000 })).items;
  const bindings = { RETELL_API_URL: baseURL, RETELL_AGENT_ID: agent_id, RETELL_TIMEOUT_MS: String(TIMEOUT_MS) };
  return { client, agentId: agent_id, baseURL, bindings, faults, numbers };
}

export type Workspace = Awaited<ReturnType<typeof workspace>>;

/** What Retell is asked about numbers, except for its list. */
function concernsNumbers(path: string): boolean {
  return /phone-number/.test(path) && !path.startsWith("/v2/list");
}

/** Records the result of every request that is watched, and can kill the Worker around one of them. */
export function watchedLine(isWatched: (path: string) => boolean = concernsNumbers) {
  const real = globalThis.fetch;
  const sent: { method: string; path: string; status: number | null }[] = [];
  const underWay = new Set<Promise<unknown>>();
  let gateway = false;
  let death: { request: number; when: "before" | "after"; kill: () => void } | null = null;
  const spy = vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    if (!url.hostname.endsWith(".retell.test") || !isWatched(url.pathname)) return real(input, init);
    const entry = { method: init?.method ?? "GET", path: url.pathname, status: null as number | null };
    sent.push(entry);
    const dies = death?.request === sent.length - 1 ? death : null;
    if (dies?.when === "before") {
      dies.kill();
      throw new TypeError("the Worker died");
    }
    // A request that we no longer wait for still arrives at Retell.
    const { signal, ...rest } = init ?? {};
    const arrived = real(input, rest).then((response) => {
      entry.status = response.status;
      return response;
    });
    underWay.add(arrived);
    arrived.then(
      () => underWay.delete(arrived),
      () => underWay.delete(arrived),
    );
    const givenUp = new Promise<Response>((resolve, reject) => {
      const giveUp = () =>
        gateway
          ? resolve(new Response("upstream request timeout", { status: 504 }))
          : reject(new DOMException("aborted", "AbortError"));
      signal?.addEventListener("abort", giveUp);
    });
    const response = await Promise.race([arrived, givenUp]);
    if (dies) {
      dies.kill();
      throw new TypeError("the Worker died");
    }
    if (response.status === CUT_LINE) throw new TypeError("connection lost");
    return response;
  });
  return {
    sent,
    dieAt: (next: typeof death) => {
      death = next;
    },
    /** From now on a gateway answers 504 just when the Worker would stop waiting. */
    behindGateway: () => {
      gateway = true;
    },
    /** Waits until everything that was sent has arrived, including requests that nobody waits for. */
    quiet: async () => {
      while (underWay.size > 0) await Promise.allSettled([...underWay]);
    },
    restore: () => spy.mockRestore(),
  };
}

export type Line = ReturnType<typeof watchedLine>;

/** A new company, the Worker that serves it, and its clock. */
export async function numberWorld(at: Workspace, line: Line) {
  const account = { id: crypto.randomUUID() };
  const email = `${account.id.slice(0, 8)}@example.com`;
  await env.DB.batch([
    env.DB.prepare(
      "INSERT INTO user (id, name, email, email_verified, image, created_at, updated_at) VALUES (?1, 'Noor Haddad', ?2, 1, NULL, ?3, ?3)",
    ).bind(account.id, email, Date.now()),
    env.DB.prepare(
      "INSERT INTO tenant_config (id, user_id, company_name, office_phone) VALUES (?1, ?1, 'Desert Rides', ?2)",
    ).bind(account.id, OFFICE),
  ]);
  const clock = { now: Date.now() };
  const dying = dyingDatabase(env.DB);
  const bindings = { ...env, JOBS: quietQueue, ...at.bindings } as Bindings;
  const alive: Services = {
    ...createServices(bindings, { waitUntil: () => undefined }),
    now: () => clock.now,
    defer: () => undefined,
  };
  const mortal: Services = { ...alive, d1: dying.d1, db: openDatabase(dying.d1) };
  const scope = scopeOfAccount(account);
  let worker = mortal;

  /** Acts as the queue: delivers the job until it needs no retry and moves the clock on. A dead Worker is restarted. */
  async function deliver(id: string): Promise<number> {
    for (let tries = 1; tries <= 40; tries++) {
      const wait = await runNumberJob(worker, id).then(
        ({ retryInSeconds }) => retryInSeconds,
        () => {
          worker = alive;
          return 200; // the queue's own timeout; the lease is over by then
        },
      );
      if (wait === null) {
        await line.quiet();
        return tries;
      }
      if (wait >= 30) await line.quiet(); // after half a minute everything has arrived
      clock.now += wait * 1000;
    }
    throw new Error("the job never ends");
  }

  /** The same for a purchase. */
  async function deliverPurchase(id: string): Promise<number> {
    for (let tries = 1; tries <= 60; tries++) {
      const wait = await runPurchaseJob(worker, id).then(
        ({ retryInSeconds }) => retryInSeconds,
        () => {
          worker = alive;
          return 200;
        },
      );
      if (wait === null) {
        await line.quiet();
        return tries;
      }
      if (wait >= 30) await line.quiet();
      clock.now += wait * 1000;
    }
    throw new Error("the job never ends");
  }

  return {
    account,
    email,
    deliverPurchase,
    /** One delivery, whatever it says of another. */
    deliverOnce: (id: string) => runPurchaseJob(alive, id),
    scope,
    clock,
    dying,
    services: alive,
    deliver,
    configure: (change: Partial<Services["settings"]>) => {
      for (const each of [alive, mortal]) each.settings = { ...each.settings, ...change };
    },
    add: (fields: object = {}) =>
      addNumber(scope, alive, newNumber.parse({ phone_number: freshNumber(), ...TRUNK, ...fields })),
    connect: (id: string) => connectNumber(scope, alive, id),
    row: (id: string) => phoneNumber(scope, alive.db, id),
    rows: () => phoneNumbers(scope, alive.db),
    secret: (id: string) => env.KV.get(`secret/${account.id}/sip/${id}`),
  };
}

export type NumberWorld = Awaited<ReturnType<typeof numberWorld>>;
