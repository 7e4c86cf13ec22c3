import { env } from "cloudflare:test";
import { and, eq, sql } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { importMeta, reservations, tenantConfig } from "../../drizzle/schema.ts";
import { SUN_CITY_EXPRESS as CITY } from "../../drizzle/seed/companies.ts";
import { seededDatabase } from "../testing/app.ts";
import { type Database, openDatabase } from "./database.ts";
import { preparedSelect } from "./prepared-select.ts";

beforeEach(() => seededDatabase());

const groups = {
  company: {
    name: tenantConfig.companyName,
    transferEnabled: tenantConfig.transferEnabled,
    weeklyHours: tenantConfig.weeklyHours,
    importedAt: importMeta.importedAt,
  },
  booking: {
    number: reservations.confirmationNumber,
    driver: sql<string>`coalesce(${reservations.driverKey}, 'none')`,
  },
  computed: { nothing: sql<null>`NULL`, one: sql<number>`1` },
};
const build = (db: Database, columns: typeof groups) =>
  db
    .select(columns)
    .from(tenantConfig)
    .leftJoin(importMeta, eq(importMeta.userId, tenantConfig.userId))
    .leftJoin(
      reservations,
      and(eq(reservations.userId, tenantConfig.userId), eq(reservations.confirmationKey, sql.placeholder("key"))),
    )
    .where(eq(tenantConfig.userId, sql.placeholder("owner")));
const query = preparedSelect(groups, build);

it.each(["RES202611260012", "nothing", null])("a row for %s equals the row that the library makes", async (key) => {
  const db = openDatabase(env.DB);
  await env.DB.prepare("UPDATE tenant_config SET weekly_hours = ?").bind('{"mon":[]}').run();
  const values = { key, owner: CITY.user.id };
  const rows = await query(db, values);
  expect(rows).toEqual(await build(db, groups).prepare().all(values));
  expect(rows[0]?.company.weeklyHours).toEqual({ mon: [] });
  expect(rows[0]?.booking?.number).toBe(key?.startsWith("RES") ? "RES-20261126-0012" : undefined);
});

it("the statement is built once per database", async () => {
  const made: string[] = [];
  const counted = (): D1Database =>
    new Proxy(env.DB, {
      get: (d1, name) =>
        name === "prepare" ? (text: string) => (made.push(text) ? d1.prepare(text) : null) : Reflect.get(d1, name),
    });
  for (const db of [openDatabase(counted()), openDatabase(counted())]) {
    await query(db, { key: null, owner: CITY.user.id });
    await query(db, { key: null, owner: "nobody" });
  }
  expect(made).toHaveLength(2);
});
