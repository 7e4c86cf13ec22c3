import type { Services } from "../services.ts";
import { carrierAccount } from "../telephony/store/carrier-accounts.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { isSame } from "./known-settings.ts";
import { routeSetup } from "./store/route-setups.ts";
import { withCarrier } from "./with-carrier.ts";

/**
 * Whether the carrier still has what was set up; null if nothing was, or if the account is gone.
 * @throws CarrierError when the carrier does not say
 */
export async function isStillSetUp(scope: UserScope, services: Services, numberId: string): Promise<boolean | null> {
  const setup = await routeSetup(scope, services.db, numberId);
  const wanted = setup?.written.at(-1);
  if (setup?.state !== "set_up" || !wanted) return null;
  const account = await carrierAccount(scope, services.db, setup.carrier);
  if (!account) return null;
  const { number } = await withCarrier(scope, services, account, async (side) => ({
    number: await side.read(setup.carrierNumberId),
  }));
  return number !== null && isSame(number.settings, wanted);
}
