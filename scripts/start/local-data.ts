import { join } from "node:path";
import { getPlatformProxy } from "wrangler";
import { SUN_CITY_EXPRESS, SUN_COAST_SHUTTLE } from "../../drizzle/seed/companies.ts";
import { seed } from "../../drizzle/seed/seed.ts";
import { openDatabase } from "../../worker/db/database.ts";
import { writeSnapshot } from "../../worker/inbound/snapshot.ts";
import { answeringProfile } from "../../worker/inbound/store/answering.ts";
import { scopeOfDialledNumber, scopeOfUser } from "../../worker/tenancy/scope.ts";
import { runToEnd } from "./children.ts";
import { readFixture } from "./fixtures.ts";
import { spawnInGroup } from "./process-groups.ts";

/** Migrates the local database to the current schema and seeds the two companies. Gives the moment that their rides lie around. */
export async function prepareLocalData(
  stateDir: string,
  env: NodeJS.ProcessEnv,
  operatorPassword: string,
): Promise<number> {
  const apply = ["d1", "migrations", "apply", "DB", "--local", "--persist-to", stateDir, "-c", "wrangler.toml"];
  await runToEnd("wrangler", apply, { ...env, CI: "true" }, spawnInGroup); // CI: no question before it applies
  const platform = await getPlatformProxy<{ DB: D1Database; KV: KVNamespace }>({
    configPath: "wrangler.toml",
    persist: { path: join(stateDir, "v3") },
  });
  try {
    const db = openDatabase(platform.env.DB);
    const seededAt = Date.now();
    await seed(db, fixtures, seededAt, operatorPassword);
    for (const { user, phoneNumber } of [SUN_CITY_EXPRESS, SUN_COAST_SHUTTLE]) {
      const known = await answeringProfile(scopeOfDialledNumber(phoneNumber), db, null);
      if (known) await writeSnapshot(scopeOfUser(user.id), platform.env.KV, { profile: known.profile, blocked: [] });
    }
    return seededAt;
  } finally {
    await platform.dispose();
  }
}

function fixtures(name: string) {
  return { reservations: readFixture("reservations", name), drivers: readFixture("drivers", name) };
}
