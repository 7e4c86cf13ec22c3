import { env } from "cloudflare:test";
import { SUN_CITY_EXPRESS as CITY, SUN_COAST_SHUTTLE as COAST } from "../../drizzle/seed/companies.ts";
import { openDatabase } from "../db/database.ts";
import { scopeOfUser } from "../tenancy/scope.ts";
import {
  currentSecret,
  forgetPlaces,
  makeCurrent,
  markUnreadable,
  noteSealing,
  supersedeAll,
} from "../vault/store/sealed-secrets.ts";

const RECORD = { kind: "sip" as const, id: "trunk" };
const SEALING = { place: "Sun City: in force", kid: "a", sealedAt: 1 };

/** The city's sealed secrets: one current, one not. */
export async function fillCitySecrets(): Promise<void> {
  const [db, city] = [openDatabase(env.DB), scopeOfUser(CITY.user.id)];
  await noteSealing(city, db, RECORD, SEALING);
  await makeCurrent(city, db, RECORD, { place: SEALING.place, instead: null });
  await noteSealing(city, db, RECORD, { ...SEALING, place: "Sun City: left over" });
}

/** Every store function of secrets, called for the coast with the city's ids. */
export function secretCases(): Record<string, () => Promise<unknown>> {
  const [db, coast] = [openDatabase(env.DB), scopeOfUser(COAST.user.id)];
  const own = () => noteSealing(coast, db, RECORD, { ...SEALING, place: crypto.randomUUID() });
  return {
    currentSecret: () => currentSecret(coast, db, RECORD),
    noteSealing: own,
    makeCurrent: async () => {
      await own();
      const answers = [];
      for (const instead of [null, SEALING.place]) {
        answers.push(await makeCurrent(coast, db, RECORD, { place: "Sun City: left over", instead }));
      }
      return answers.map(({ made }) => made);
    },
    supersedeAll: () => supersedeAll(coast, db, RECORD),
    forgetPlaces: () => forgetPlaces(coast, db, ["Sun City: left over", SEALING.place]),
    markUnreadable: () => markUnreadable(coast, db, RECORD, 5),
  };
}
