import { applyD1Migrations, env } from "cloudflare:test";
import { openDatabase } from "../db/database.ts";
import { type Bindings, readSettings } from "../env.ts";
import type { Job } from "../jobs/job.ts";
import type { Services } from "../services.ts";
import { scopeOfAccount } from "../tenancy/account.ts";
import { resealSecrets } from "../vault/reseal.ts";
import { withSecret } from "../vault/with-secret.ts";
import { emptyEverything } from "./database-copy.ts";

export const OURS = scopeOfAccount({ id: "11111111-1111-4111-8111-111111111111" });
export const THEIRS = scopeOfAccount({ id: "22222222-2222-4222-8222-222222222222" });
export const TRUNK = { kind: "sip", id: "trunk" } as const;
export const OTHER_TRUNK = { kind: "sip", id: "other-trunk" } as const;

/** The settings after a rotation to a second key; both keys are there. */
export const ROTATED = { KEK_CURRENT: "2026b", KEK_2026b: "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA" };

/** An empty database with two accounts. */
export async function twoAccounts(): Promise<void> {
  await emptyEverything();
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  const insert = env.DB.prepare(
    "INSERT INTO user (id, name, email, email_verified, image, created_at, updated_at) VALUES (?1, 'A', ?1, 1, NULL, 1, 1)",
  );
  await env.DB.batch([insert.bind(OURS.userId), insert.bind(THEIRS.userId)]);
}

type Instead = { kv?: KVNamespace; d1?: D1Database; now?: () => number; jobs?: Services["jobs"] };

/** The services that the vault uses, with some settings or parts replaced. */
export function vault(settings: Record<string, unknown> = {}, instead: Instead = {}) {
  const { kv = env.KV, d1 = env.DB, now = Date.now, jobs } = instead;
  const all = { settings: readSettings({ ...env, ...settings } as unknown as Bindings), kv, db: openDatabase(d1), now };
  return { ...all, jobs } as unknown as Services;
}

/** The secret as the callback gets it; null if there is none. */
export async function opened(
  services = vault(),
  scope = OURS,
  record: { kind: "sip"; id: string } = TRUNK,
): Promise<string | null> {
  const told = await withSecret(scope, services, record, async (secret) => ({ secret }));
  return told?.secret ?? null;
}

/** Every place in KV, sorted by name. */
export async function placesInKv(): Promise<string[]> {
  const names: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await env.KV.list({ prefix: "secret/", ...(cursor && { cursor }) });
    names.push(...page.keys.map(({ name }) => name));
    if (page.list_complete) return names;
    cursor = page.cursor;
  }
}

/** The rows of `sealed_secrets`, with which ones are current. */
export async function secretRows(): Promise<{ place: string; kid: string; is_current: number; record_id: string }[]> {
  const rows = env.DB.prepare("SELECT place, kid, is_current, record_id FROM sealed_secrets ORDER BY place");
  return (await rows.all<{ place: string; kid: string; is_current: number; record_id: string }>()).results;
}

/** Runs the re-sealing job until it is done; returns how many times it ran. */
export async function resealAll(settings: Record<string, unknown> = ROTATED, now = Date.now): Promise<number> {
  let runs = 0;
  for (let again = true; again; runs++) {
    again = false;
    const jobs = { send: async (_: Job) => (again = true) } as unknown as Services["jobs"];
    const services = vault(settings, { jobs, now });
    await resealSecrets(services, services.settings.KEK_CURRENT ?? "");
  }
  return runs;
}
