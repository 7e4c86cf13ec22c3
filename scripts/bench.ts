import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { symmetric } from "retell-sdk/lib/webhook_auth";
import { fillDatabase, LAST } from "./bench/fill.ts";
import { KEY, startWorkers } from "./bench/workers.ts";

// `npm run bench`: the two routes of a ringing phone beside a bare Worker that does one indexed read, in one run and
// in turn, so that a noisy machine slows all of them alike. Read the ratios, not the milliseconds.

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "400" },
    tenants: { type: "string", default: "10" },
    reservations: { type: "string", default: "100" },
  },
});
const SETTLE_MS = 20; // a ring is recorded after its answer; that write must not slow the next one measured
const rounds = Number(values.rounds);
const size = { tenants: Number(values.tenants), reservations: Number(values.reservations) };
if (!(rounds > 0 && size.tenants > 0 && size.reservations > 0)) throw new Error("Give whole numbers above zero.");

const stateDir = await mkdtemp(join(tmpdir(), "nightdesk-bench-"));
const workers = await startWorkers(stateDir);
try {
  await fillDatabase(workers.database, size);
  const routes = {
    "bare Worker, one read": () => post(workers.bare, ring()),
    "inbound-webhook": () => post(`${workers.nightdesk}retell/inbound-webhook`, ring()),
    check_reservation: () => post(`${workers.nightdesk}retell/tools/check_reservation`, question()),
  };
  const times = await inTurn(routes);
  const floor = median(times["bare Worker, one read"] ?? []);
  console.log(`${size.tenants} companies, ${size.reservations} reservations, ${rounds} rounds in turn`);
  for (const [route, taken] of Object.entries(times)) {
    const ms = median(taken);
    console.log(`${route.padEnd(24)} median ${ms.toFixed(2)} ms   ${(ms / floor).toFixed(2)} × the floor`);
  }
} finally {
  await workers.stop();
  await rm(stateDir, { recursive: true });
}

/** The last company's phone rings: the one that a scan would find last. */
function ring(): string {
  return JSON.stringify({ event: "call_inbound", to_number: LAST.phoneNumber(size), from_number: "+14805550111" });
}

function question(): string {
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

async function inTurn(routes: Record<string, () => Promise<number>>): Promise<Record<string, number[]>> {
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(routes).map((route) => [route, []]));
  const warmUp = Math.min(50, rounds);
  for (let round = -warmUp; round < rounds; round++) {
    for (const [route, call] of Object.entries(routes)) {
      const taken = await call();
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      if (round >= 0) times[route]?.push(taken);
    }
  }
  return times;
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
