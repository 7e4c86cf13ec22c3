import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { symmetric } from "retell-sdk/lib/webhook_auth";
import { mapReservations } from "../worker/imports/reading/map-reservations.ts";
import { readCsv } from "../worker/imports/reading/read-csv.ts";
import { reservationPages } from "../worker/imports/row-pages.ts";
import { atOnce } from "../worker/lib/steps.ts";
import { RESERVATION_COLUMNS } from "../worker/reservations/fields.ts";
import { fillDatabase, LAST } from "./bench/fill.ts";
import { KEY, startWorkers } from "./bench/workers.ts";

// `npm run bench:import`: a list as a dispatch system sends it, from its bytes to the next call, compared with a bare
// Worker that only inserts the same rows. They take turns in one run. Look at the ratio, not at the seconds.

const { values } = parseArgs({
  options: { rows: { type: "string", default: "50000" }, rounds: { type: "string", default: "3" } },
});
const rows = Number(values.rows);
const rounds = Number(values.rounds);
if (!(rows > 0 && rounds > 0)) throw new Error("Give whole numbers above zero.");

const QUIET_MS = 3000;
const API_KEY = `nd_${"bench".padEnd(43, "-")}`;
const stateDir = await mkdtemp(join(tmpdir(), "nightdesk-bench-"));
const workers = await startWorkers(stateDir);
try {
  await fillDatabase(workers.database, { tenants: 1, reservations: 10 });
  await workers.database
    .prepare("INSERT INTO api_keys (id, user_id, name, prefix, key_hash) VALUES ('bench', 'u0', 'Bench', 'nd_', ?)")
    .bind(createHash("sha256").update(API_KEY).digest("hex"))
    .run();
  const times = { raw: [] as number[], imported: [] as number[] };
  const rings = { quiet: [] as number[], beside: [] as number[] };
  for (let round = 0; round <= rounds; round++) {
    const file = csv(round);
    const raw = await insertRaw(file, `raw-${round}`);
    const quiet = await ringsWhile(() => new Promise((resolve) => setTimeout(resolve, QUIET_MS)));
    let imported = 0;
    const beside = await ringsWhile(async () => {
      imported = await push(file);
    });
    if (round === 0) continue; // the first one compiles and warms up
    rings.quiet.push(...quiet);
    rings.beside.push(...beside);
    times.raw.push(raw);
    times.imported.push(imported);
  }
  const [raw, imported] = [quantile(times.raw, 0.5), quantile(times.imported, 0.5)];
  console.log(
    `${rows} rows, ${(csv(0).length / 1e6).toFixed(1)} MB, ${rounds} rounds in turn, the list before as large`,
  );
  console.log(`raw inserts              median ${(raw / 1000).toFixed(2)} s`);
  console.log(
    `file to next call        median ${(imported / 1000).toFixed(2)} s   ${(imported / raw).toFixed(2)} × the inserts`,
  );
  const p99 = { quiet: quantile(rings.quiet, 0.99), beside: quantile(rings.beside, 0.99) };
  console.log(`rings, quiet             ${describe(rings.quiet)}`);
  console.log(
    `rings beside the import  ${describe(rings.beside)}   p99 ${(p99.beside / p99.quiet).toFixed(2)} × the quiet one`,
  );
} finally {
  await workers.stop();
  await rm(stateDir, { recursive: true });
}

/** A list in which one booking in a hundred differs from the previous round. */
function csv(round: number): string {
  const lines = Array.from({ length: rows }, (_, n) => {
    const minute = String(n % 60).padStart(2, "0");
    const day = String(1 + (n % 28)).padStart(2, "0");
    const address = n % 100 === 0 ? `${round} Changed St` : `${n} E Speedway Blvd, Tucson, AZ 85719`;
    return `RES-${n},Passenger ${n},(602) 555-${String(n % 10_000).padStart(4, "0")},2027-03-${day},7:${minute} AM,"${address}",Sky Harbor Terminal 4,Dee Driver ${n % 50},2,Confirmed`;
  });
  return ["Conf#,Passenger,Phone,PU Date,PU Time,Pickup Address,Drop-off,Driver,Pax,Status", ...lines].join("\n");
}

/** Until callers hear the list: a large file is read by the queue after it was taken on. */
async function push(file: string): Promise<number> {
  const authorization = `Bearer ${API_KEY}`;
  const started = performance.now();
  const headers = { authorization, "content-type": "text/csv" };
  let { id, status } = await answered(`${workers.nightdesk}api/imports?kind=reservations&activate=true`, {
    ...{ method: "POST", body: file, headers },
  });
  while (status === "reading") {
    await new Promise((resolve) => setTimeout(resolve, 20));
    ({ id, status } = await answered(`${workers.nightdesk}api/imports/${id}`, { headers: { authorization } }));
  }
  if (status !== "current") throw new Error(`The list ended as ${status}.`);
  return performance.now() - started;
}

async function answered(url: string, init: RequestInit): Promise<{ id: string; status: string }> {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as { id: string; status: string }; // our own reply
}

/** How long rings take, in milliseconds, one after another as long as something else goes on. */
async function ringsWhile(other: () => Promise<unknown>): Promise<number[]> {
  let going = true;
  const done = other().finally(() => {
    going = false;
  });
  const times: number[] = [];
  const ring = JSON.stringify({
    event: "call_inbound",
    to_number: LAST.phoneNumber({ tenants: 1, reservations: 10 }),
    from_number: "+14805550111",
  });
  while (going) {
    const headers = { "content-type": "application/json", "x-retell-signature": await symmetric.sign(ring, KEY) };
    times.push(await timed(`${workers.nightdesk}retell/inbound-webhook`, ring, headers));
  }
  await done;
  return times;
}

function describe(times: number[]): string {
  const at = (share: number) => `${quantile(times, share).toFixed(1)} ms`;
  return `${times.length} rings   median ${at(0.5)}   p99 ${at(0.99)}   longest ${at(1)}`;
}

function quantile(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Inserts the same rows, already read and in the same pages, with the same kind of statement and nothing else. */
async function insertRaw(file: string, importId: string): Promise<number> {
  await workers.database
    .prepare("INSERT INTO import_meta (id, user_id, kind, source, imported_at) VALUES (?, 'u0', 'drivers', 'api', 1)")
    .bind(importId)
    .run();
  const table = readCsv(new TextEncoder().encode(file));
  if (table.kind === "refused") throw new Error(table.message);
  const pages = atOnce(reservationPages(mapReservations({ ...table, timezone: "America/Phoenix" }).rows));
  const names = Object.values(RESERVATION_COLUMNS).map(({ name }) => name);
  const cells = names.map((_, index) => `value ->> ${index + 1}`).join();
  const statement = `INSERT INTO reservations (id, user_id, import_id, ${names.join()})
    SELECT ?1 || ':' || (value ->> 0), 'u0', ?1, ${cells} FROM json_each(?2)`;
  return timed(`${workers.bare}inserts`, JSON.stringify({ statement, importId, pages }), {});
}

async function timed(url: string, body: string, headers: Record<string, string>): Promise<number> {
  const started = performance.now();
  const response = await fetch(url, { method: "POST", body, headers });
  const text = await response.text();
  const taken = performance.now() - started;
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return taken;
}
