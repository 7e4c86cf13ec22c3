import { env } from "cloudflare:test";
import { expect, it } from "vitest";
import { SUN_CITY_EXPRESS as CITY } from "../../drizzle/seed/companies.ts";
import { seed } from "../../drizzle/seed/seed.ts";
import { seededDatabase, seedFiles } from "../testing/app.ts";
import { openDatabase } from "./database.ts";

const DAY = 86_400_000;
const NOW = Date.parse("2026-11-26T19:00:00Z");

it("Sun City Express is set up as planned", async () => {
  await seededDatabase(NOW);
  const config = await env.DB.prepare(
    "SELECT * FROM tenant_config WHERE user_id = '3cf84beb-9238-4a53-98b3-f4e4e527663c'",
  ).first();
  expect(config).toMatchObject({
    company_name: "Sun City Express",
    business_hours_start: 6,
    business_hours_end: 22,
    timezone: "America/Phoenix",
    forwarding_mode: "after_hours",
    transfer_enabled: 1,
    verification: "confirmation_only",
  });
  const number = await env.DB.prepare("SELECT * FROM tenant_phone_numbers WHERE phone_number = '+15206800005'").first();
  expect(number).toMatchObject({ user_id: config?.user_id, status: "connected", sip_trunk_provider: "retell" });
  expect(await env.DB.prepare("SELECT name FROM user WHERE id = ?").bind(config?.user_id).first("name")).toBe(
    "moazgelhag",
  );
});

it("a second run changes nothing", async () => {
  await seededDatabase(NOW);
  const before = await everything();
  await seed(openDatabase(env.DB), seedFiles, NOW + 3_600_000);
  expect(await everything()).toEqual(before);
});

it("on a later day the demonstration data moves along, but never replaces a list that the operator activated", async () => {
  await seededDatabase(NOW);
  await seed(openDatabase(env.DB), seedFiles, NOW + DAY);
  expect(await env.DB.prepare("SELECT count(*) AS n FROM reservations").first("n")).toBe(120);
  const moved = await env.DB.prepare(
    "SELECT pickup_at FROM reservations WHERE user_id = ? AND confirmation_number = 'RES-20261126-0012'",
  )
    .bind(CITY.user.id)
    .first("pickup_at");
  expect(moved).toBe(Date.parse("2026-11-28T04:20:00Z"));

  await env.DB.exec("UPDATE import_meta SET source = 'dashboard'");
  const own = await env.DB.prepare("SELECT import_id FROM current_imports ORDER BY user_id, kind").all();
  await seed(openDatabase(env.DB), seedFiles, NOW + 2 * DAY);
  expect((await env.DB.prepare("SELECT import_id FROM current_imports ORDER BY user_id, kind").all()).results).toEqual(
    own.results,
  );
});

async function everything(): Promise<unknown> {
  const tables = [
    "user",
    "tenant_config",
    "tenant_phone_numbers",
    "import_meta",
    "current_imports",
    "reservations",
    "drivers",
  ];
  const rows = await env.DB.batch(tables.map((table) => env.DB.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`)));
  return rows.map(({ results }) => results);
}
