import { env } from "cloudflare:test";
import { getTableColumns, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import * as schema from "../../drizzle/schema.ts";
import { accountKey } from "../accounts/account-key.ts";
import { fromRetell, ring, send } from "./app.ts";
import { tell } from "./call-story.ts";
import { company, csv } from "./company.ts";
import { archiveAll, type Browser } from "./operator.ts";

export type Whole = Browser & { phone: string; id: string; email: string; key: string };

/** The trunk's password, which must never appear anywhere. */
export const CANARY = "canary-trunk-password";

/** A company that has something in every table, in the archive and in KV. */
export async function wholeCompany(): Promise<Whole> {
  const owner = await company({ company_name: "Mesa Verde Shuttle" });
  const { key } = await (await owner.post("/api/api-keys", { name: "Dispatch" })).json<{ key: string }>();
  await env.DB.prepare(
    "INSERT INTO two_factor (id, user_id, secret, backup_codes, verified) VALUES (?1, ?1, 's', 'c', 0)",
  )
    .bind(owner.id)
    .run();
  await owner.post("/api/phone-numbers", {
    phone_number: owner.phone.replace("+1602", "+1480"),
    sip_trunk_uri: "mesa.pstn.twilio.com",
    sip_password: CANARY,
  });
  for (const name of ["Ada Quill", "=Zoë Núñez"]) {
    await owner.upload(
      "/api/imports?kind=reservations&activate=true",
      csv(["MV-1", { name }], ["MV-2"], ["MV-4", { day: "no day" }]),
    );
    await owner.post("/api/imports?kind=drivers&activate=true", {
      columns: ["Chauffeur", "Cell"],
      rows: [[`Driver of ${name}`, "6025550144"]],
      mapping: { name: "Chauffeur", phone: "Cell" },
    });
  }
  await owner.upload("/api/imports?kind=reservations&activate=true", csv(["MV-1", { name: "=Zoë Núñez" }], ["MV-3"]));
  await ring(owner.phone, "+16025550177", { call_id: "mesa-ring" });
  await tell("call_analyzed", { call_id: "mesa-call", to_number: owner.phone });
  await archiveAll();
  await tell("call_ended", { call_id: "mesa-late", to_number: owner.phone }); // waits in the inbox
  const call = { call_id: "mesa-call", to_number: owner.phone };
  await send(await fromRetell("/retell/tools/take_message", { args: { message: "@Call me" }, call }));
  await owner.post("/api/blocked-callers", { phone_number: "+16025550166", note: "Never again" });
  await owner.put("/api/message-settings", { address: "desk@mesa.example", categories: [] });
  await owner.put("/api/retention", { transcript_days: 7, recording_days: 7, reservation_days: 700 });
  await owner.put("/api/carriers/twilio", { account_sid: `AC${"a".repeat(32)}`, auth_token: CANARY });
  const until = new Date(Date.now() + 3_600_000).toISOString();
  await owner.put("/api/answering-override", { answers: "agent", until });
  const { items } = await (await owner.get("/api/phone-numbers")).json<{ items: { id: string }[] }>();
  await owner.put(`/api/phone-numbers/${items[0]?.id}/route`, { method: "forwarding", public_number: "+15205550170" });
  await owner.post("/api/auth/request-password-reset", { email: owner.email, redirectTo: "/reset" });
  await owner.get("/api/analytics");
  const more = {
    lookup_misses: "(id, user_id, caller) VALUES ('mesa-miss', ?, '+16025550177')",
    number_purchases: "(id, user_id, requested_at, sent_at, error_code) VALUES ('mesa-purchase', ?, 1, 1, 'refused')",
    connection_requests: "(id, user_id, requested_at) VALUES ('mesa-request', ?, 1)",
    routed_calls:
      "(user_id, carrier_call_id, number_id, agent_number, reason, received_at) VALUES (?, 'CA1', 'n', '+16025550171', '', 1)",
    route_setups: `(id, user_id, number_id, carrier, public_number, carrier_number_id, state, former, written, started_at)
      SELECT 'mesa-setup', user_id, id, 'twilio', '+15205550170', 'PN1', 'set_up', '{}', '[]', 1 FROM tenant_phone_numbers
      WHERE user_id = ? LIMIT 1`,
    route_incidents: `(user_id, number_id, kind, found_at)
      SELECT user_id, id, 'voicemail', 1 FROM tenant_phone_numbers WHERE user_id = ? LIMIT 1`,
    usage: "(user_id, day, what, count) VALUES (?, '2026-11-22', 'retell.get', 1)",
    import_pages:
      "(user_id, import_id, page, part, rows, bytes) SELECT user_id, id, 0, 0, '[]', 2 FROM import_meta WHERE user_id = ? LIMIT 1",
  };
  await env.DB.batch(
    Object.entries(more).map(([table, row]) => env.DB.prepare(`INSERT INTO ${table} ${row}`).bind(owner.id)),
  );
  return { ...owner, key };
}

/** The tables that have a `user_id`; a company that left must be gone from all of them. */
export async function tablesOfCompanies(): Promise<string[]> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND instr(sql, '`user_id` text') > 0",
  ).all<{ name: string }>();
  return results.map(({ name }) => name).sort();
}

/** How many rows, objects and keys a company has, by where they are. */
export async function leftOf({
  id,
  phone,
  email = "",
}: Pick<Whole, "id" | "phone"> & { email?: string }): Promise<Record<string, number>> {
  const tables = await tablesOfCompanies();
  const rows = await env.DB.batch<{ n: number }>([
    ...tables.map((table) => env.DB.prepare(`SELECT count(*) AS n FROM "${table}" WHERE user_id = ?`).bind(id)),
    env.DB.prepare("SELECT count(*) AS n FROM user WHERE id = ?").bind(id),
    env.DB.prepare("SELECT count(*) AS n FROM verification WHERE value = ?").bind(id),
    env.DB.prepare("SELECT count(*) AS n FROM sign_in_tries WHERE account_key = ?").bind(await accountKey(email)),
  ]);
  const names = [...tables, "user", "verification", "sign_in_tries"];
  const counts = names.map((name, index) => [name, rows[index]?.results[0]?.n ?? 0] as const);
  const { objects } = await env.ARCHIVE.list({ prefix: `${id}/` });
  const secrets = await env.KV.list({ prefix: `secret/${id}/` });
  const snapshots = [phone, phone.replace("+1602", "+1480")].map((number) => env.KV.get(`answer/${number}`));
  return {
    ...Object.fromEntries(counts),
    archive: objects.length,
    secrets: secrets.keys.length,
    snapshots: (await Promise.all(snapshots)).filter(Boolean).length,
    routes: (await routeSnapshotsOf(id)).length,
  };
}

/** The names of the last known states of its routes, KV `route/<token>`. */
async function routeSnapshotsOf(id: string): Promise<string[]> {
  const { keys } = await env.KV.list({ prefix: "route/" });
  const values = await Promise.all(keys.map(async ({ name }) => [name, await env.KV.get(name)] as const));
  return values.filter(([, value]) => value?.includes(id)).map(([name]) => name);
}

/** The columns that the database computes itself, which nothing can be inserted into. */
function computedColumns(): string[] {
  const exported: unknown[] = Object.values(schema);
  const tables = exported.filter((table): table is SQLiteTable => is(table, SQLiteTable));
  const columns = tables.flatMap((table) => Object.values(getTableColumns(table)));
  return columns.filter(({ generated }) => generated !== undefined).map(({ name }) => name);
}

/** Remembers everything a company has now; `putBack` restores it. */
export async function keepWhole({ id, phone }: Whole): Promise<{ putBack: () => Promise<void> }> {
  const tables = await tablesOfCompanies();
  const select = [
    env.DB.prepare("SELECT * FROM user WHERE id = ?").bind(id),
    env.DB.prepare("SELECT * FROM verification WHERE value = ?").bind(id),
    ...tables.map((table) => env.DB.prepare(`SELECT * FROM "${table}" WHERE user_id = ?`).bind(id)),
  ];
  const computed = computedColumns();
  const kept = await env.DB.batch<Record<string, unknown>>(select);
  const inserts = ["user", "verification", ...tables].flatMap((table, index) =>
    (kept[index]?.results ?? []).map((row) => {
      const columns = Object.keys(row).filter((name) => !computed.includes(name));
      const marks = columns.map(() => "?").join();
      return env.DB.prepare(
        `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join()}) VALUES (${marks})`,
      ).bind(...columns.map((name) => row[name]));
    }),
  );
  const { objects } = await env.ARCHIVE.list({ prefix: `${id}/` });
  const archive = await Promise.all(
    objects.map(async ({ key }) => [key, await (await env.ARCHIVE.get(key))?.text()] as const),
  );
  const secrets = await env.KV.list({ prefix: `secret/${id}/` });
  const names = [
    ...secrets.keys.map(({ name }) => name),
    ...(await routeSnapshotsOf(id)),
    `answer/${phone}`,
    `answer/${phone.replace("+1602", "+1480")}`,
  ];
  const values = await Promise.all(names.map(async (name) => [name, await env.KV.get(name)] as const));
  return {
    async putBack() {
      await env.DB.batch([env.DB.prepare("PRAGMA defer_foreign_keys = on"), ...inserts]);
      for (const [key, text] of archive) await env.ARCHIVE.put(key, text ?? "", { customMetadata: { tenant: id } });
      for (const [name, value] of values) if (value !== null) await env.KV.put(name, value);
    },
  };
}
