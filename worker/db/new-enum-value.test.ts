import { applyD1Migrations, env, reset } from "cloudflare:test";
import { beforeEach, expect, it } from "vitest";
import { SUN_CITY_EXPRESS as CITY } from "../../drizzle/seed/companies.ts";
import { seed } from "../../drizzle/seed/seed.ts";
import { seedFiles } from "../testing/app.ts";
import { openDatabase } from "./database.ts";

// CONTRIBUTING.md, "A new value for an enum with a check": done here with a status of tenant_phone_numbers, whose rings
// (inbound_log) are deleted with their number.

const PARENT = "tenant_phone_numbers";
const CHILD = "inbound_log";
const WITH_NEW_VALUE = /(CONSTRAINT "known_status" CHECK\([^)]*'disconnecting')\)/;

beforeEach(async () => {
  await reset();
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  await seed(openDatabase(env.DB), seedFiles, Date.now());
  const ring = "INSERT INTO inbound_log (id, user_id, number_id, dedupe_key, outcome, milliseconds, received_at)";
  await env.DB.batch(
    ["r1", "r2", "r3"].map((id) =>
      env.DB.prepare(`${ring} VALUES (?1, ?2, ?3, ?1, 'answered', 5, 5)`).bind(id, CITY.user.id, CITY.numberId),
    ),
  );
});

it("the rebuild that drizzle-kit writes takes the rows of the child along, and says nothing", async () => {
  const queries = ["PRAGMA foreign_keys=OFF", ...(await rebuild()), "PRAGMA foreign_keys=ON"];
  await applyD1Migrations(env.DB, [{ name: "9999_as_generated", queries }]);
  expect(await rows(CHILD)).toEqual([]);
});

it("with the child's rows set aside in the same migration, a new value comes and no row goes", async () => {
  const before = { numbers: await rows(PARENT), rings: await rows(CHILD) };
  expect(before.rings).toHaveLength(3);
  const queries = [
    `CREATE TABLE _bak_${CHILD} AS SELECT * FROM ${CHILD}`,
    ...(await rebuild()),
    `INSERT INTO ${CHILD} SELECT * FROM _bak_${CHILD}`,
    `DROP TABLE _bak_${CHILD}`,
  ];
  const objects = await objectsOf(PARENT);
  await applyD1Migrations(env.DB, [{ name: "9999_new_value", queries }]);

  expect({ numbers: await rows(PARENT), rings: await rows(CHILD) }).toEqual(before);
  expect((await objectsOf(PARENT)).map(({ name }) => name)).toEqual(objects.map(({ name }) => name));
  const park = env.DB.prepare(`UPDATE ${PARENT} SET status = ? WHERE id = ?`);
  await park.bind("parked", CITY.numberId).run();
  await expect(park.bind("anything", CITY.numberId).run()).rejects.toThrow(/CHECK/);
  await env.DB.prepare(`DELETE FROM ${PARENT} WHERE id = ?`).bind(CITY.numberId).run();
  expect(await rows(CHILD), "the rings still go with their number").toEqual([]);
  const { results } = await env.DB.prepare("PRAGMA foreign_key_check").all();
  expect(results).toEqual([]);
});

/** What SQLite needs for another check: a new table under the same name, with its indexes and triggers. */
async function rebuild(): Promise<string[]> {
  const [table, ...others] = await objectsOf(PARENT);
  if (!table) throw new Error("there is no such table");
  expect(table.sql).toMatch(WITH_NEW_VALUE);
  const created = table.sql.replace(WITH_NEW_VALUE, "$1, 'parked')").replace(PARENT, `_new_${PARENT}`);
  const columns = (
    await env.DB.prepare(`SELECT name FROM pragma_table_info('${PARENT}')`).all<{ name: string }>()
  ).results
    .map(({ name }) => name)
    .join(", ");
  return [
    created.replaceAll(`"${PARENT}".`, ""),
    `INSERT INTO _new_${PARENT} (${columns}) SELECT ${columns} FROM ${PARENT}`,
    `DROP TABLE ${PARENT}`,
    `ALTER TABLE _new_${PARENT} RENAME TO ${PARENT}`,
    ...others.map(({ sql }) => sql),
  ];
}

/** A table, then its indexes and triggers, as they were created. */
async function objectsOf(table: string): Promise<{ name: string; sql: string }[]> {
  const { results } = await env.DB.prepare(
    "SELECT name, sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type = 'table' DESC, type, name",
  )
    .bind(table)
    .all<{ name: string; sql: string }>();
  return results;
}

async function rows(table: string): Promise<Record<string, unknown>[]> {
  return (await env.DB.prepare(`SELECT * FROM ${table} ORDER BY id`).all()).results;
}
