import { mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { symmetric } from "retell-sdk/lib/webhook_auth";
import { fillDatabase, LAST } from "./bench/fill.ts";
import { KEY, startWorkers } from "./bench/workers.ts";

// `npm run bench`: the two routes of a ringing phone compared with a bare Worker that does one indexed read of the same
// database (no signature check, no log) over the same loopback HTTP. They take turns in one run, so that a busy machine
// slows them equally. With a larger database the small one is measured in the same run too, to show the growth.
// Look at the ratios, not at the milliseconds; results from a busy machine mean little.

const SMALL = { tenants: 10, reservations: 100 };
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "400" },
    tenants: { type: "string", default: String(SMALL.tenants) },
    reservations: { type: "string", default: String(SMALL.reservations) },
  },
});
const SETTLE_MS = 20; // a ring is recorded after its response; that write must not slow down the next measurement
const WARM_UP = 50; // rounds, so that nothing is compiled during the measurement
const rounds = Number(values.rounds);
const asked = { tenants: Number(values.tenants), reservations: Number(values.reservations) };
if (!(rounds > 0 && asked.tenants > 0 && asked.reservations > 0)) throw new Error("Give whole numbers above zero.");
const sizes = asked.tenants > SMALL.tenants || asked.reservations > SMALL.reservations ? [SMALL, asked] : [asked];

const stateDir = await mkdtemp(join(tmpdir(), "nightdesk-bench-"));
const stops: (() => Promise<void>)[] = [];
try {
  const calls = [];
  for (const [index, size] of sizes.entries()) calls.push(await prepare(join(stateDir, String(index)), size));
  const medians = await inTurn(calls.flatMap((routes) => Object.values(routes)));
  let at = 0;
  const taken = calls.map((routes) =>
    Object.fromEntries(Object.keys(routes).map((route) => [route, medians[at++] ?? 0])),
  );
  for (const [index, size] of sizes.entries()) report(size, taken[index] ?? {}, index > 0 ? (taken[0] ?? {}) : null);
  console.log(`load of this machine in the last minute: ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores`);
} finally {
  for (const stop of stops) await stop();
  await rm(stateDir, { recursive: true });
}

type Call = () => Promise<number>;

/** Workers on a database of this size, and the requests to them, for the company that a scan would find last. */
async function prepare(state: string, size: typeof SMALL): Promise<Record<string, Call>> {
  const workers = await startWorkers(state);
  stops.push(workers.stop);
  const started = performance.now();
  await fillDatabase(workers.database, size);
  if (size.tenants > SMALL.tenants) console.log(`filled in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  return {
    "bare Worker, one read": () => post(workers.bare, ring(size)),
    "inbound-webhook": () => post(`${workers.nightdesk}retell/inbound-webhook`, ring(size)),
    check_reservation: () => post(`${workers.nightdesk}retell/tools/check_reservation`, question(size)),
  };
}

function ring(size: typeof SMALL): string {
  return JSON.stringify({ event: "call_inbound", to_number: LAST.phoneNumber(size), from_number: "+14805550111" });
}

function question(size: typeof SMALL): string {
  const call = {
    call_id: `call_${crypto.randomUUID()}`,
    to_number: LAST.phoneNumber(size),
    from_number: "+14805550111",
  };
  return JSON.stringify({ name: "check_reservation", args: { confirmation_number: LAST.confirmation(size) }, call });
}

async function post(url: string, body: string): Promise<number> {
  const headers = { "content-type": "application/json", "x-retell-signature": await symmetric.sign(body, KEY) };
  const started = performance.now();
  const response = await fetch(url, { method: "POST", body, headers });
  const text = await response.text();
  const taken = performance.now() - started;
  if (!response.ok || text.includes('"found":false') || text.includes('"tenant_loaded":"false"') || text === "null") {
    throw new Error(`${url} answered ${response.status}: ${text}`);
  }
  return taken;
}

/** The median of each call in milliseconds. Every round starts with a different call, so that the order changes. */
async function inTurn(calls: Call[]): Promise<number[]> {
  const times: number[][] = calls.map(() => []);
  for (let round = -WARM_UP; round < rounds; round++) {
    for (let turn = 0; turn < calls.length; turn++) {
      const index = (turn + round + WARM_UP) % calls.length;
      const taken = (await calls[index]?.()) ?? 0;
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      if (round >= 0) times[index]?.push(taken);
    }
  }
  return times.map(median);
}

function report(size: typeof SMALL, taken: Record<string, number>, small: Record<string, number> | null): void {
  const floor = taken["bare Worker, one read"] ?? Number.NaN;
  console.log(`${size.tenants} companies, ${size.reservations} reservations, ${rounds} rounds in turn`);
  for (const [route, ms] of Object.entries(taken)) {
    const growth = small ? `   ${(ms / (small[route] ?? Number.NaN)).toFixed(2)} × the small database` : "";
    console.log(`${route.padEnd(24)} median ${ms.toFixed(2)} ms   ${(ms / floor).toFixed(2)} × the floor${growth}`);
  }
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
