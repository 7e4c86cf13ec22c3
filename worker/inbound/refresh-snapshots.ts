import { blockedCallersOf } from "../blocked-callers/store/blocked-callers.ts";
import { quietly } from "../lib/quietly.ts";
import type { Services } from "../services.ts";
import { refreshRoutes } from "../telephony/refresh-routes.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { writeSnapshot } from "./snapshot.ts";
import { answeringProfiles } from "./store/answering.ts";

/**
 * Saves the last known answer of each number, and the last known state of each route, after a change of settings, numbers,
 * blocked callers or the manual switch. If this fails, only the answer during an outage is out of date, so the change
 * itself does not fail.
 */
export async function refreshSnapshots(scope: UserScope, { db, kv }: Pick<Services, "db" | "kv">): Promise<void> {
  const write = async () => {
    const [profiles, callers] = await Promise.all([answeringProfiles(scope, db), blockedCallersOf(scope, db)]);
    const blocked = callers.map(({ phoneE164 }) => phoneE164);
    await Promise.all(profiles.map((profile) => writeSnapshot(scope, kv, { profile, blocked })));
  };
  await Promise.all([quietly("snapshot_not_written", write()), refreshRoutes(scope, { db, kv })]);
}
