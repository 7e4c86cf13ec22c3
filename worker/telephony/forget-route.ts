import { quietly } from "../lib/quietly.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { deleteRouteSnapshot } from "./snapshot.ts";
import { numberRoute } from "./store/number-routes.ts";

/**
 * The last known state of a number's route goes before the number does: with the number goes the token, and nobody would
 * find it again. Should the number stay after all, the next save writes it anew.
 */
export async function forgetRoute(
  scope: UserScope,
  { db, kv }: Pick<Services, "db" | "kv">,
  id: string,
): Promise<void> {
  const forget = async () => {
    const route = await numberRoute(scope, db, id);
    if (route) await deleteRouteSnapshot(scope, kv, route.token);
  };
  await quietly("route_snapshot_not_removed", forget());
}
