import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { deleteRouteSnapshot } from "./snapshot.ts";
import { numberRoute } from "./store/number-routes.ts";

/**
 * The last known state of a number's route goes before the number does: with the number goes the token, and nobody would
 * find it again. So whoever removes a number tries again when this throws. Should the number stay after all, the next
 * save writes the state anew.
 */
export async function forgetRoute(
  scope: UserScope,
  { db, kv }: Pick<Services, "db" | "kv">,
  id: string,
): Promise<void> {
  const route = await numberRoute(scope, db, id);
  if (route) await deleteRouteSnapshot(scope, kv, route.token);
}
