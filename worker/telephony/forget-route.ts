import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { deleteRouteSnapshot } from "./snapshot.ts";
import { numberRoute } from "./store/number-routes.ts";

/**
 * Deletes the last known state of a number's route before the number is removed. The token goes with the number, and
 * without it nobody would find the state again. So when this throws, the removal has to be tried again. If the number
 * stays after all, the next save writes the state anew.
 */
export async function forgetRoute(
  scope: UserScope,
  { db, kv }: Pick<Services, "db" | "kv">,
  id: string,
): Promise<void> {
  const route = await numberRoute(scope, db, id);
  if (route) await deleteRouteSnapshot(scope, kv, route.token);
}
