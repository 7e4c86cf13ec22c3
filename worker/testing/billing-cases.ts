import { env } from "cloudflare:test";
import { SUN_CITY_EXPRESS as CITY, SUN_COAST_SHUTTLE as COAST } from "../../drizzle/seed/companies.ts";
import { openDatabase } from "../db/database.ts";
import { scopeOfUser } from "../tenancy/scope.ts";
import { callToBill, insertEntries, usageByDay } from "../usage/store/ledger.ts";

const ENTRY = { at: 1, free: null, calls: 1, minutes: 7777, costMillicents: 1 };
const CENTURY = { date: "1970-01-01", startsAt: 0, endsAt: Date.now() * 2, offsetMs: 0 };

/** Bills the city a call. */
export async function fillCityBilling(): Promise<void> {
  await insertEntries(scopeOfUser(CITY.user.id), openDatabase(env.DB), {
    ...{ callId: "call_1", after: 0, now: 1 },
    entries: [ENTRY],
  });
}

/** Every store function of usage and billing, called for the coast with the city's ids. */
export function billingCases(): Record<string, () => Promise<unknown>> {
  const [db, coast] = [openDatabase(env.DB), scopeOfUser(COAST.user.id)];
  return {
    callToBill: () => callToBill(coast, db, "call_1"),
    insertEntries: () =>
      insertEntries(coast, db, { callId: crypto.randomUUID(), after: 0, entries: [{ ...ENTRY, minutes: 1 }], now: 1 }),
    usageByDay: () => usageByDay(coast, db, [CENTURY]),
  };
}
