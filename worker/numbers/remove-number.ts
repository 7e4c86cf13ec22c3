import { deleteSnapshot } from "../inbound/snapshot.ts";
import { notFound } from "../lib/errors.ts";
import { quietly } from "../lib/quietly.ts";
import { refuseWhileSetUp } from "../route-setup/refuse-while-set-up.ts";
import type { Services } from "../services.ts";
import { forgetRoute } from "../telephony/forget-route.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { forgetSecret } from "../vault/seal.ts";
import { boughtNumber, isBoughtElsewhere } from "./bought-number.ts";
import { queueNumber } from "./queue-number.ts";
import { deletePhoneNumber, dropBoughtNumber, startRemoval } from "./store/number-removal.ts";
import { phoneNumber, phoneNumbers, type StoredNumber } from "./store/phone-numbers.ts";
import { cancelPurchases } from "./store/purchases.ts";

/**
 * Removes a number with its trunk password and its last known answer. If Retell cannot have it, it is removed right away
 * and null is returned. Otherwise a job removes it there first, and the number is returned as it is until then.
 * @throws AppError 404, 409 for a number that was bought at Retell, but not by us, or one that is set up at its carrier
 */
export async function removeNumber(scope: UserScope, services: Services, id: string): Promise<StoredNumber | null> {
  await refuseWhileSetUp(scope, services, id);
  return remove(scope, services, id);
}

async function remove(scope: UserScope, services: Services, id: string): Promise<StoredNumber | null> {
  const number = await phoneNumber(scope, services.db, id);
  if (!number) throw notFound();
  if (isBoughtElsewhere(number)) throw boughtNumber();
  await forgetRoute(scope, services, id);
  if (await deletePhoneNumber(scope, services.db, number, scope.userId)) {
    await forgetTraces(scope, services, number);
    return null;
  }
  const leaving = await startRemoval(scope, services.db, id, { actor: scope.userId, now: services.now() });
  if (!leaving) throw notFound(); // another request was quicker
  services.defer(() => queueNumber(services, id));
  return leaving;
}

/**
 * Removes all numbers of a company that is leaving, in the same way. Returns how many rows are left: 0 once Retell has
 * released them all. A number that somebody else bought stays at Retell, and only its row is deleted. One that we bought,
 * or that is on its way, is given back. Safe to repeat.
 */
export async function removeEveryNumber(scope: UserScope, services: Services): Promise<number> {
  for (const number of await phoneNumbers(scope, services.db)) {
    if (number.status === "disconnecting") continue; // its job is already working on it
    if (isBoughtElsewhere(number)) {
      await forgetRoute(scope, services, number.id);
      await dropBoughtNumber(scope, services.db, number.id);
      await forgetTraces(scope, services, number);
    } else await remove(scope, services, number.id);
  }
  const onTheirWay = await cancelPurchases(scope, services.db, services.now());
  for (const id of onTheirWay) services.defer(() => services.jobs.send({ kind: "purchase", id }));
  return (await phoneNumbers(scope, services.db)).length + onTheirWay.length;
}

async function forgetTraces(scope: UserScope, services: Services, { id, phoneNumber }: StoredNumber): Promise<void> {
  await Promise.all([
    quietly("secret_not_removed", forgetSecret(scope, services, { kind: "sip", id })),
    quietly("snapshot_not_removed", deleteSnapshot(scope, services.kv, phoneNumber)),
  ]);
}
