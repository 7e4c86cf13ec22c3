import { env } from "cloudflare:test";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Bindings } from "../env.ts";
import { createServices } from "../services.ts";
import { scopeOfAccount } from "../tenancy/account.ts";
import { FAULTS, type Fault, faultyWorld } from "../testing/faulty-world.ts";
import { type Workspace, workspace } from "../testing/number-world.ts";
import { COAST, deliver, seededAccounts } from "../testing/operator.ts";
import { keepWhole, leftOf, type Whole, wholeCompany } from "../testing/whole-company.ts";
import { closeAccount } from "./close-account.ts";

// An account is closed again and again; each time a different request to D1, KV, R2, the queue or Retell fails. The
// closure must always continue by itself until nothing is left, neither here nor at Retell.

const MOST_ROUNDS = 12;
const CONFIRMATION = "Mesa Verde Shuttle";

let mesa: Whole;
let putBack: () => Promise<void>;
let retell: Workspace;
let connected: string;
let jobs: unknown[] = [];
let watching = false;

const queue = {
  send: async (job: unknown) => void jobs.push(job),
  sendBatch: async (batch: Iterable<{ body: unknown }>) => void jobs.push(...[...batch].map(({ body }) => body)),
} as unknown as Queue; // what the Worker uses of it

const world = faultyWorld({ DB: env.DB, KV: env.KV, ARCHIVE: env.ARCHIVE, JOBS: queue });
let bindings: Partial<Bindings> = world.bindings;

beforeAll(async () => {
  await seededAccounts();
  mesa = await wholeCompany();
  retell = await workspace();
  bindings = { ...world.bindings, ...retell.bindings };
  connected = mesa.phone.replace("+1602", "+1480");
  await env.DB.prepare(
    "UPDATE tenant_phone_numbers SET status = 'connected', import_sent_at = 1, import_answered_at = 1 WHERE phone_number = ?",
  )
    .bind(connected)
    .run();
  ({ putBack } = await keepWhole(mesa));
  const real = globalThis.fetch;
  vi.spyOn(globalThis, "fetch").mockImplementation((input, init) => {
    const { hostname, pathname } = new URL(input instanceof Request ? input.url : String(input));
    const watched = watching && hostname.endsWith(".retell.test") && /phone-number|delete-call/.test(pathname);
    const { signal, ...rest } = init ?? {}; // a request that nobody waits for any more still arrives
    return watched ? world.request(() => real(input, rest)) : real(input, init);
  });
});

afterAll(() => {
  vi.restoreAllMocks();
});

async function request(): Promise<void> {
  const deferred: Promise<unknown>[] = [];
  const services = createServices({ ...env, ...bindings } as Bindings, {
    waitUntil: (work) => void deferred.push(work),
  });
  await closeAccount(scopeOfAccount(mesa), services, mesa, CONFIRMATION);
  await Promise.all(deferred);
}

async function runJobs(): Promise<void> {
  while (jobs.length > 0) {
    // A dead Worker does not answer; `goOn` redelivers what the queue would.
    await deliver(jobs.splice(0, 1), bindings).catch(() => undefined);
  }
}

/** Acts as the operator, the queue and the cron until the account is gone. Returns the number of rounds it took. */
async function goOn(): Promise<number> {
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    if (world.hit()) await world.revive();
    const there = await env.DB.prepare("SELECT 1 FROM user WHERE id = ?").bind(mesa.id).first();
    if (!there) return round;
    const { results } = await env.DB.prepare("SELECT id FROM closures").all<{ id: string }>();
    if (results.length === 0) await request().catch(() => undefined);
    // A day passes: leases end, a silent carrier is given up on, and the numbers' own jobs run.
    await env.DB.exec("UPDATE closures SET next_attempt_at = 0, requested_at = requested_at - 90000000");
    await env.DB.exec("UPDATE route_setups SET lease_until = 0 WHERE lease_until IS NOT NULL");
    await env.DB.exec(
      "UPDATE tenant_phone_numbers SET next_attempt_at = 0, lease_until = 0 WHERE next_attempt_at IS NOT NULL",
    );
    const numbers = await env.DB.prepare("SELECT id FROM tenant_phone_numbers WHERE status = 'disconnecting'").all<{
      id: string;
    }>();
    jobs.push(...numbers.results.map(({ id }) => ({ kind: "number", id })));
    jobs.push(...results.map(({ id }) => ({ kind: "closure", id })));
    await runJobs();
  }
  throw new Error("the account is still there");
}

async function tryFault(fault: Fault, at: number): Promise<boolean> {
  jobs = [];
  await retell.client.phoneNumber.import({ phone_number: connected, termination_uri: "mesa.pstn.twilio.com" });
  watching = true;
  world.arm({ at, fault });
  await request().catch(() => undefined);
  await runJobs();
  await goOn();
  watching = false;
  return world.hit();
}

it("whichever request fails, and however, nothing is left but one anonymous row", {
  timeout: 900_000,
}, async () => {
  const theirs = await leftOf({ id: COAST.user.id, phone: COAST.phoneNumber });
  let cases = 0;
  let requests = 0;
  for (const fault of FAULTS) {
    for (let at = 1; ; at++) {
      if (cases > 0) await putBack();
      await env.DB.exec("DELETE FROM closed_accounts");
      const hit = await tryFault(fault, at);
      const label = `${fault}, request ${at}`;
      expect(
        Object.entries(await leftOf(mesa)).filter(([, left]) => left > 0),
        label,
      ).toEqual([]);
      expect(await retell.numbers(), label).toEqual([]);
      const { results } = await env.DB.prepare("SELECT numbers, calls FROM closed_accounts").all();
      expect(results, label).toEqual([{ numbers: 2, calls: 2 }]);
      cases += 1;
      if (!hit) {
        requests = at - 1;
        break;
      }
    }
  }
  expect(await leftOf({ id: COAST.user.id, phone: COAST.phoneNumber })).toEqual(theirs);
  expect(requests).toBeGreaterThan(30);
  console.info(`${cases - FAULTS.length} faults in ${requests} requests`);
});
