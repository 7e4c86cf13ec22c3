import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { setUpInPlace } from "./setup-refusal.ts";
import { routeSetup } from "./store/route-setups.ts";

/**
 * Refuses whatever would take away what a set-up needs to be undone.
 * @throws AppError 409 set_up_in_place
 */
export async function refuseWhileSetUp(
  scope: UserScope,
  { db }: Pick<Services, "db">,
  numberId: string,
): Promise<void> {
  const setup = await routeSetup(scope, db, numberId);
  if (setup) throw setUpInPlace(setup.carrier);
}
