import { env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { SUN_CITY_EXPRESS as CITY } from "../../../drizzle/seed/companies.ts";
import { openDatabase } from "../../db/database.ts";
import { countReservations, reservationPage, type Sort } from "../../reservations/store/reservation-list.ts";
import { scopeOfUser } from "../../tenancy/scope.ts";
import { seededDatabase } from "../../testing/app.ts";
import { planOf } from "../../testing/query-plan.ts";
import { changesOf } from "./import-changes.ts";

// With 100,000 bookings, only what SQLite finds by an index stays quick. Its own query plan says whether it does.

const ROWS = 100_000;
const city = scopeOfUser(CITY.user.id);
const none = { words: [], from: null, to: null, status: null };

beforeAll(async () => {
  await seededDatabase();
  const rows = `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${ROWS - 1})`;
  await env.DB.batch([
    env.DB.prepare(
      "INSERT INTO import_meta (id, user_id, kind, source, imported_at) VALUES ('large', ?, 'reservations', 'api', 1)",
    ).bind(CITY.user.id),
    env.DB.prepare(`INSERT INTO reservations (id, user_id, import_id, confirmation_number, confirmation_key, customer_name, pickup_at, timezone, status, search_key)
      ${rows} SELECT 'large:' || i, ?, 'large', 'N-' || i, 'N' || i, 'Passenger ' || i, i * 1000, 'UTC', 'confirmed', 'passenger ' || i || '|n' || i FROM n`).bind(
      CITY.user.id,
    ),
    env.DB.prepare("UPDATE current_imports SET import_id = 'large' WHERE user_id = ? AND kind = 'reservations'").bind(
      CITY.user.id,
    ),
  ]);
});

describe("a list of 100,000 bookings", () => {
  it.each<[Sort, string]>([
    ["pickup_at", "reservation_list"],
    ["-pickup_at", "reservation_list"],
    ["confirmation_number", "reservation_by_number"],
    ["customer_name", "reservation_by_name"],
  ])("is paged by %s along its index, without sorting it", async (sort, index) => {
    const plan = await planOf((db) => reservationPage(city, db, { filter: none, sort, after: ["5", "5"], limit: 51 }));
    expect(plan).toContain(`SEARCH reservations USING INDEX ${index}`);
    expect(plan).not.toMatch(/TEMP B-TREE|SCAN reservations/);
  });

  it("is searched and counted within one index", async () => {
    const plan = await planOf((db) =>
      countReservations(city, db, { words: ["n99999"], from: 1, to: 9, status: "confirmed" }),
    );
    expect(plan).toContain("SEARCH reservations USING COVERING INDEX reservation_list");
    expect(await countReservations(city, openDatabase(env.DB), { ...none, words: ["n99999"] })).toBe(1);
  });

  it("is compared along its index", async () => {
    const version = { id: "large", kind: "reservations" as const, mode: "replace" as const, baseImportId: "large" };
    for (const type of ["added", "changed", "removed"] as const) {
      const plan = await planOf((db) => changesOf(city, db, version, { type, after: ["N-5", 0], limit: 51 }));
      expect(plan, type).toContain(
        "reservation_by_number (user_id=? AND import_id=? AND confirmation_number=? AND leg=?)",
      );
      expect(plan, type).not.toMatch(/TEMP B-TREE|SCAN reservations/);
    }
  });

  it("ends with a shorter page, and a search for somebody who is not in it finds nothing", async () => {
    const db = openDatabase(env.DB);
    const after: [number, string] = [99_990_000, ""];
    expect(await reservationPage(city, db, { filter: none, sort: "pickup_at", after, limit: 51 })).toHaveLength(10);
    expect(await countReservations(city, db, { ...none, words: ["nobody"] })).toBe(0);
  });
});
