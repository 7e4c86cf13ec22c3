import { quietly } from "../lib/quietly.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { writeRouteSnapshot } from "./snapshot.ts";
import { voiceProfiles } from "./store/voice-profiles.ts";

/**
 * Stores the last known state of each route after a change of settings, routes, carriers or the manual switch. A
 * failure does not fail the change, because it only makes the emergency answer older.
 */
export async function refreshRoutes(scope: UserScope, { db, kv }: Pick<Services, "db" | "kv">): Promise<void> {
  const write = async () => {
    const routes = await voiceProfiles(scope, db);
    await Promise.all(routes.map(({ token, profile }) => writeRouteSnapshot(scope, kv, token, profile)));
  };
  await quietly("route_snapshot_not_written", write());
}
