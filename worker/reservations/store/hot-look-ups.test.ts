import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { SUN_CITY_EXPRESS as CITY } from "../../../drizzle/seed/companies.ts";
import { type Database, openDatabase } from "../../db/database.ts";
import { answeringProfile } from "../../inbound/store/answering.ts";
import { scopeOfDialledNumber, scopeOfUser } from "../../tenancy/scope.ts";
import { seededDatabase } from "../../testing/app.ts";
import { planOf } from "../../testing/query-plan.ts";
import { watchedDatabase } from "../../testing/watched-database.ts";
import { countArrival } from "./counted-look-ups.ts";
import { lookUp } from "./lookups.ts";

// Callers wait no longer with a million bookings than with a hundred: every step goes along an index, and no index
// leads to all bookings of a company.

beforeEach(() => seededDatabase());

const dialled = scopeOfDialledNumber(CITY.phoneNumber);
const caller = "+16025550111";
type LookupKeys = Parameters<typeof lookUp>[2]["keys"];

const look = (keys: LookupKeys) => (db: Database) =>
  lookUp(dialled, db, { keys, arrival: { id: crypto.randomUUID(), caller }, now: Date.now() });
// json_each walks through the caller's own few keys, and the subquery through their own few look-ups.
const WALKS =
  /SCAN (?!json_each|\(subquery)|reservation_of_tenant|reservation_list|reservation_by_n|import_id=\? AND (confirmation|customer)/;

it("counting a look-up reads only the look-ups of a day, along an index", async () => {
  const plan = await planOf((db) => countArrival(dialled, db, { id: "one", caller }, Date.now()).all());
  expect(plan).toContain("COVERING INDEX look_ups_of_company (user_id=? AND missed_at>?)");
  expect(plan).toContain("misses_of_caller (user_id=? AND caller=? AND missed_at>?)");
});

describe("SQLite goes straight to", () => {
  it("the company that is rung, and the caller's ride", async () => {
    const plan = await planOf((db) => answeringProfile(dialled, db, { number: caller, now: Date.now() }));
    expect(plan).toContain("tenant_phone_numbers_phone_number_unique (phone_number=?)");
    expect(plan).toContain("reservation_by_phone (user_id=? AND phone_e164=? AND pickup_at>?)");
    expect(plan).not.toMatch(WALKS);
  });

  it.each<[string, LookupKeys]>([
    ["a number", { confirmationKeys: ["A1"], phoneE164: null }],
    ["a telephone", { confirmationKeys: [], phoneE164: caller }],
    ["a number heard in many ways and a telephone", { confirmationKeys: [..."ABCDEFGHIJKLMN"], phoneE164: caller }],
  ])("the bookings with %s", async (_, keys) => {
    const plan = await planOf(look(keys));
    expect(plan).toContain("reservation_by_confirmation (user_id=? AND confirmation_key=?)");
    expect(plan).toContain("reservation_by_phone (user_id=? AND phone_e164=?)");
    expect(plan).not.toMatch(WALKS);
  });
});

it("a number and a telephone together find the bookings of both, each once", async () => {
  const db = openDatabase(env.DB);
  const number = "RES202611260012";
  const both = await look({ confirmationKeys: [number], phoneE164: caller })(db);
  const numbered = await look({ confirmationKeys: [number], phoneE164: null })(db);
  const telephoned = await look({ confirmationKeys: [], phoneE164: caller })(db);
  const found = (lookup: typeof both) => lookup?.matches.map((match) => match.confirmationNumber) ?? [];
  expect(found(both)[0]).toBe(found(numbered)[0]);
  expect([...found(both)].sort()).toEqual([...new Set([...found(numbered), ...found(telephoned)])].sort());
});

it("no look-up binds its limit: SQLite would compile the statement anew each time", async () => {
  const { d1, trips } = watchedDatabase(env.DB);
  await look({ confirmationKeys: ["A1"], phoneE164: caller })(openDatabase(d1));
  await lookUp(scopeOfUser(CITY.user.id), openDatabase(d1), {
    keys: { confirmationKeys: [], phoneE164: null },
    arrival: null,
    now: 0,
  });
  expect(trips.map((statements) => statements.length)).toEqual([2, 1]); // the first one is counted in the same round trip
  for (const statements of trips) expect(statements.at(-1)).toMatch(/LIMIT 100$/);
  for (const statement of trips.flat()) expect(statement).not.toMatch(/LIMIT \?/);
});
