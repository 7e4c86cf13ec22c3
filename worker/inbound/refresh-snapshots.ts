import { blockedCallersOf } from "../blocked-callers/store/blocked-callers.ts";
import { quietly } from "../lib/quietly.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { writeSnapshot } from "./snapshot.ts";
import { answeringProfiles } from "./store/answering.ts";

/**
 * After a change of settings, numbers or blocked callers: keeps the last known answer of each number. A failure only costs the emergency
 * answer its newest words, so it does not fail the change.
 */
export async function refreshSnapshots(scope: UserScope, { db, kv }: Pick<Services, "db" | "kv">): Promise<void> {
  const write = async () => {
    const [profiles, callers] = await Promise.all([answeringProfiles(scope, db), blockedCallersOf(scope, db)]);
    const blocked = callers.map(({ phoneE164 }) => phoneE164);
    await Promise.all(profiles.map((profile) => writeSnapshot(scope, kv, { profile, blocked })));
  };
  await quietly("snapshot_not_written", write());
}
