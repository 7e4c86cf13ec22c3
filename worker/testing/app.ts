import { applyD1Migrations, createExecutionContext, env, waitOnExecutionContext } from "cloudflare:test";
import { symmetric } from "retell-sdk/lib/webhook_auth";
import cityDrivers from "../../drizzle/seed/drivers-sun-city-express.csv?raw";
import coastDrivers from "../../drizzle/seed/drivers-sun-coast-shuttle.csv?raw";
import cityReservations from "../../drizzle/seed/reservations-sun-city-express.csv?raw";
import coastReservations from "../../drizzle/seed/reservations-sun-coast-shuttle.csv?raw";
import { type SeedFiles, seed } from "../../drizzle/seed/seed.ts";
import { openDatabase } from "../db/database.ts";
import type { Bindings } from "../env.ts";
import worker from "../index.ts";
import { copyOfDatabase, emptyEverything, putBack } from "./database-copy.ts";
import { KEY_OF_TESTS } from "./test-key.ts";

export const KEY = KEY_OF_TESTS;

const FILES: Record<string, SeedFiles> = {
  "sun-city-express": { reservations: cityReservations, drivers: cityDrivers },
  "sun-coast-shuttle": { reservations: coastReservations, drivers: coastDrivers },
};

/** The last seeded database of this test file; another moment or password needs one of its own. */
let seeded: { at: number; password: string | undefined; copy: D1PreparedStatement[] } | undefined;

/** How much older than `now` a seeded database may be. */
const FRESH_MS = 600_000;

/** An empty database of the current schema with the two look-alike companies in it. */
export async function seededDatabase(now = Date.now(), operatorPassword?: string): Promise<void> {
  await emptyEverything();
  if (seeded && seeded.password === operatorPassword && now >= seeded.at && now - seeded.at < FRESH_MS) {
    await putBack(seeded.copy);
    return;
  }
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  await seed(openDatabase(env.DB), seedFiles, now, operatorPassword);
  seeded = { at: now, password: operatorPassword, copy: await copyOfDatabase() };
}

export function seedFiles(name: string): SeedFiles {
  const files = FILES[name];
  if (!files) throw new Error(`no fixture called ${name}`);
  return files;
}

/** The tests deliver jobs themselves, so that they know when they are done. */
export const quietQueue = { send: async () => ({}), sendBatch: async () => ({}) } as unknown as Queue;

/** A test may ask more often within a minute than a person would, the more so on a fast machine. */
const unlimited: RateLimit = { limit: async () => ({ success: true }) };

/** Sends a request through the whole Worker and waits for its deferred work. */
export async function send(request: Request, bindings: Partial<Bindings> = {}): Promise<Response> {
  const context = createExecutionContext();
  const response = await worker.fetch(
    request as Parameters<typeof worker.fetch>[0],
    { ...env, JOBS: quietQueue, API_LIMIT: unlimited, ...bindings } as Bindings,
    context,
  );
  await waitOnExecutionContext(context);
  return response;
}

type Signing = { key?: string; at?: number; signature?: string; headers?: Record<string, string> };

/** A request as Retell sends it: the raw text signed with the webhook key. */
export async function fromRetell(path: string, body: unknown, signing: Signing = {}): Promise<Request> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const signature = signing.signature ?? (await symmetric.sign(text, signing.key ?? KEY, signing.at ?? Date.now()));
  return new Request(`https://nightdesk.example${path}`, {
    method: "POST",
    body: text,
    headers: { "content-type": "application/json", "x-retell-signature": signature, ...signing.headers },
  });
}

/** Rings and returns the parsed answer. */
export async function ring(to: string, from = "+16025550100", more: object = {}, bindings: Partial<Bindings> = {}) {
  const body = { event: "call_inbound", call_inbound: { to_number: to, from_number: from, ...more } };
  return send(await fromRetell("/retell/inbound-webhook", body), bindings);
}

/** Asks check_reservation as the shared agent does. */
export async function ask(to: string, args: object, call: object = {}, bindings: Partial<Bindings> = {}) {
  const envelope = {
    name: "check_reservation",
    args,
    call: { call_id: "call_test", call_type: "phone_call", to_number: to, from_number: "+14805550199", ...call },
  };
  return send(await fromRetell("/retell/tools/check_reservation", envelope), bindings);
}
