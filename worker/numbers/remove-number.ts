import { deletePhoneNumber, phoneNumber } from "../db/phone-numbers.ts";
import { deleteSnapshot } from "../inbound/snapshot.ts";
import { AppError, notFound } from "../lib/errors.ts";
import { quietly } from "../lib/quietly.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { forgetSecret } from "../vault/seal.ts";

/**
 * Removes a number with its trunk password and its last known answer. One that is connected stays: callers would reach
 * an agent that no longer knows whose they are.
 * @throws AppError 404, 409 conflict while it is connected
 */
export async function removeNumber(scope: UserScope, services: Services, id: string): Promise<void> {
  const number = await phoneNumber(scope, services.db, id);
  if (!number) throw notFound();
  if (!(await deletePhoneNumber(scope, services.db, number, scope.userId))) {
    if (!(await phoneNumber(scope, services.db, id))) throw notFound(); // somebody was quicker
    throw new AppError(
      409,
      "conflict",
      "Your agent is connected to this number and answers its calls, so it cannot be removed.",
    );
  }
  await Promise.all([
    quietly("secret_not_removed", forgetSecret(scope, services, { kind: "sip", id })),
    quietly("snapshot_not_removed", deleteSnapshot(scope, services.kv, number.phoneNumber)),
  ]);
}
