import { env } from "cloudflare:test";
import { SUN_CITY_EXPRESS as CITY, SUN_COAST_SHUTTLE as COAST } from "../../drizzle/seed/companies.ts";
import {
  accountIsOpen,
  changeClosure,
  claimClosure,
  insertClosure,
  removeAccount,
  removeRows,
  revokeAccess,
  savedClosure,
} from "../closure/store/closures.ts";
import { recordTables } from "../closure/store/company-tables.ts";
import { dropSettings, emptyInbox, liveCalls } from "../closure/store/leaving-company.ts";
import { openDatabase } from "../db/database.ts";
import { callsWithTranscript, exportPages, SOURCES, type SourceName } from "../export/store/export-pages.ts";
import { deleteExpiredBookings, expiredBookings } from "../reservations/store/expired-bookings.ts";
import { scopeOfUser } from "../tenancy/scope.ts";

const CLOSURE = { at: 1, numbers: [] };

/** Starts closing the city's account. */
export async function fillCityClosure(): Promise<void> {
  await insertClosure(scopeOfUser(CITY.user.id), openDatabase(env.DB), { ...CLOSURE, id: "city-closure" });
}

/** Every store function of exports and closures, called for the coast with the city's ids. */
export function leavingCases(): Record<string, () => Promise<unknown>> {
  const [db, coast, city] = [openDatabase(env.DB), scopeOfUser(COAST.user.id), scopeOfUser(CITY.user.id)];
  const theirs = async () => {
    const closure = await savedClosure(city, db);
    if (!closure) throw new Error("the city has no closure");
    return closure;
  };
  return {
    accountIsOpen: () => accountIsOpen(coast, db),
    savedClosure: () => savedClosure(coast, db),
    insertClosure: () => insertClosure(coast, db, { ...CLOSURE, id: crypto.randomUUID() }),
    revokeAccess: () => revokeAccess(coast, db, 5),
    claimClosure: () => claimClosure(coast, db, "city-closure", { now: Date.now(), until: Date.now() + 1000 }),
    changeClosure: () => changeClosure(coast, db, "city-closure", { step: "records" }),
    removeRows: async () => {
      for (const tables of recordTables()) await removeRows(coast, db, tables, 10_000);
    },
    removeAccount: async () => removeAccount(coast, db, await theirs()),
    dropSettings: () => dropSettings(coast, db),
    liveCalls: () => liveCalls(coast, db, 0),
    emptyInbox: () => emptyInbox(coast, db, { now: Date.now(), until: Date.now() + 1000 }),
    exportPages: async () => {
      const names = Object.keys(SOURCES) as SourceName[]; // its own keys
      const seen: unknown[] = [];
      for (const name of names) for await (const rows of exportPages(coast, db, name)) seen.push(rows);
      return seen;
    },
    callsWithTranscript: () => callsWithTranscript(coast, db, "", 100),
    expiredBookings: async () => (await expiredBookings(coast, db, Date.now() * 2, 1000)).length,
    deleteExpiredBookings: async () => {
      const ids = await expiredBookings(city, db, Date.now() * 2, 1000);
      await deleteExpiredBookings(coast, db, { ids, before: 1 });
    },
  };
}
