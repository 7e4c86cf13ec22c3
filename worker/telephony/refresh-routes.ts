import { quietly } from "../lib/quietly.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { writeRouteSnapshot } from "./snapshot.ts";
import { voiceProfiles } from "./store/voice-profiles.ts";

/**
 * After a change of settings, routes, carriers or the manual switch: keeps the last known state of each route. A failure
 * only costs the emergency answer its newest state, so it does not fail the change.
 */
export async function refreshRoutes(scope: UserScope, { db, kv }: Pick<Services, "db" | "kv">): Promise<void> {
  const write = async () => {
    const routes = await voiceProfiles(scope, db);
    await Promise.all(routes.map(({ token, profile }) => writeRouteSnapshot(scope, kv, token, profile)));
  };
  await quietly("route_snapshot_not_written", write());
}
