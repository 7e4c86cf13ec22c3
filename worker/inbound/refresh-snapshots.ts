import { blockedCallersOf } from "../blocked-callers/store/blocked-callers.ts";
import { quietly } from "../lib/quietly.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { writeSnapshot } from "./snapshot.ts";
import { answeringProfiles } from "./store/answering.ts";

/**
 * Saves the last known answer of each number after a change of settings, numbers or blocked callers. If this fails, only
 * the answer during an outage is out of date, so the change itself does not fail.
 */
export async function refreshSnapshots(scope: UserScope, { db, kv }: Pick<Services, "db" | "kv">): Promise<void> {
  const write = async () => {
    const [profiles, callers] = await Promise.all([answeringProfiles(scope, db), blockedCallersOf(scope, db)]);
    const blocked = callers.map(({ phoneE164 }) => phoneE164);
    await Promise.all(profiles.map((profile) => writeSnapshot(scope, kv, { profile, blocked })));
  };
  await quietly("snapshot_not_written", write());
}
