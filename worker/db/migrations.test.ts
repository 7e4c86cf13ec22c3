import { applyD1Migrations, env, reset } from "cloudflare:test";
import { expect, it } from "vitest";
import { seed } from "../../drizzle/seed/seed.ts";
import { seedFiles } from "../testing/app.ts";
import { openDatabase } from "./database.ts";

/**
 * Tables that a migration rebuilds: because nothing refers to them, or with the rows that do, as new-enum-value.test.ts
 * shows.
 */
const REBUILT: Record<string, string[]> = { "0012_routes.sql": ["sealed_secrets"] };

type Entry = { type: string; name: string; sql: string };

it("every migration has a way back, and up, down and up again gives the same schema", async () => {
  await reset();
  expect(env.MIGRATIONS_BACK.map(({ name }) => name)).toEqual(env.MIGRATIONS.map(({ name }) => name));
  const schemas: Entry[][] = [await schema()];
  for (const migration of env.MIGRATIONS) {
    await applyD1Migrations(env.DB, [migration]);
    schemas.push(await schema());
  }
  for (const [index, back] of [...env.MIGRATIONS_BACK.entries()].reverse()) {
    for (const statement of back.queries) await env.DB.prepare(statement).run();
    expect(await schema(), `after the way back from ${back.name}`).toEqual(schemas[index]);
  }
  await env.DB.exec("DELETE FROM d1_migrations");
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  expect(await schema()).toEqual(schemas.at(-1));
});

it("no migration loses a row: each one after the first leaves every seeded table as full as it was", async () => {
  await reset();
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  await seed(openDatabase(env.DB), seedFiles, Date.now());
  const seeded = await everyRow();
  await reset();
  const [first, ...later] = env.MIGRATIONS;
  if (!first) throw new Error("there are no migrations");
  await applyD1Migrations(env.DB, [first]);
  await putBack(seeded);
  const full = await counts();
  expect(full.reservations).toBe(120);
  for (const migration of later) {
    await applyD1Migrations(env.DB, [migration]);
    expect(await counts(), migration.name).toMatchObject(full);
  }
  // Rebuilding a table drops it, and D1 then deletes the rows that refer to it, although foreign keys are "off".
  for (const { name, queries } of env.MIGRATIONS) {
    const dropped = [...queries.join("\n").matchAll(/DROP TABLE `?(\w+)/gi)].map(([, table]) => table);
    expect(dropped, name).toEqual(REBUILT[name] ?? []);
  }
});

it("every table is strict, and every row that is changed says when", async () => {
  await reset();
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  const tables = (await schema()).filter(({ type }) => type === "table");
  for (const { name, sql } of tables) expect(sql, name).toMatch(/\)\s*STRICT$/);
  const accounts = ["user", "session", "account", "verification"]; // better-auth sets theirs itself
  const changing = tables.filter(({ name, sql }) => sql?.includes("`updated_at`") && !accounts.includes(name));
  const triggers = (await schema()).filter(({ type }) => type === "trigger").map(({ name }) => name);
  expect(triggers.sort()).toEqual(changing.map(({ name }) => `${name}_touched`).sort());
});

it("a changed row is stamped by the database", async () => {
  await reset();
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  await seed(openDatabase(env.DB), seedFiles, Date.now());
  await env.DB.exec("UPDATE tenant_config SET updated_at = 5, created_at = 5");
  await env.DB.exec("UPDATE tenant_config SET company_name = 'Renamed'");
  const row = await env.DB.prepare("SELECT updated_at, created_at FROM tenant_config").first();
  expect(row?.created_at).toBe(5);
  expect(Number(row?.updated_at)).toBeGreaterThan(Date.now() - 60_000);
});

it.each([
  ["business_hours_start", 24],
  ["business_hours_end", -1],
  ["forwarding_mode", "sometimes"],
  ["company_name", "  "],
  ["verification", "none"],
  ["fresh_hours", 73],
])("the database itself refuses %s = %j", async (column, value) => {
  await reset();
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  await seed(openDatabase(env.DB), seedFiles, Date.now());
  await expect(env.DB.prepare(`UPDATE tenant_config SET ${column} = ?`).bind(value).run()).rejects.toThrow(/CHECK/);
});

async function schema(): Promise<Entry[]> {
  const { results } = await env.DB.prepare(
    "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%' AND name <> 'd1_migrations' ORDER BY type, name",
  ).all<Entry>();
  // SQLite stores a renamed table's name in different quotes.
  return results.map((entry) => ({ ...entry, sql: entry.sql.replace(/^CREATE TABLE "(\w+)"/, "CREATE TABLE `$1`") }));
}

type Rows = Record<string, Record<string, unknown>[]>;

async function everyRow(): Promise<Rows> {
  const tables = (await schema()).filter(({ type }) => type === "table").map(({ name }) => name);
  const read = tables.map((table) => env.DB.prepare(`SELECT * FROM "${table}"`));
  const rows = await env.DB.batch<Record<string, unknown>>(read);
  return Object.fromEntries(rows.map(({ results }, index) => [tables[index], results]));
}

/** Rows of today's seed as an older database could store them, without the columns that it does not have. */
async function putBack(rows: Rows): Promise<void> {
  const inserts: D1PreparedStatement[] = [];
  for (const { name } of (await schema()).filter(({ type }) => type === "table")) {
    const { results } = await env.DB.prepare(`SELECT name FROM pragma_table_info('${name}')`).all<{ name: string }>();
    const columns = results.map((column) => column.name);
    const sql = `INSERT INTO "${name}" (${columns.join()}) VALUES (${columns.map(() => "?").join()})`;
    for (const row of rows[name] ?? []) inserts.push(env.DB.prepare(sql).bind(...columns.map((column) => row[column])));
  }
  await env.DB.batch([env.DB.prepare("PRAGMA defer_foreign_keys = on"), ...inserts]);
}

async function counts(): Promise<Record<string, number>> {
  const tables = (await schema()).filter(({ type }) => type === "table").map(({ name }) => name);
  const rows = await env.DB.batch<{ n: number }>(
    tables.map((table) => env.DB.prepare(`SELECT count(*) AS n FROM "${table}"`)),
  );
  return Object.fromEntries(rows.map(({ results }, index) => [tables[index], results[0]?.n ?? 0]));
}
