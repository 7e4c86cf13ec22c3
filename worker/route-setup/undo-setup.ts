import { notFound } from "../lib/errors.ts";
import type { NewMail } from "../mail/store/outbox.ts";
import type { Services } from "../services.ts";
import { carrierAccount } from "../telephony/store/carrier-accounts.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { CarrierSide } from "./carrier-side.ts";
import { changedByOthers, differences, isSame } from "./known-settings.ts";
import { markOf, mayStillArrive, partsOf, runHeld, SETTLE_MS, sent } from "./run-held.ts";
import { busy, changedSince, missingAccount, SetupStopped } from "./setup-refusal.ts";
import { endSetup, leaseSetup, noteSetup, type RouteSetup, routeSetup } from "./store/route-setups.ts";

/**
 * Puts a number back exactly as it was before it was set up, deletes what we made at the carrier, and forgets the
 * set-up. Changes nothing if somebody has changed the number since. Safe to repeat.
 * @throws AppError 404; 409 changed_since or carrier_trouble, each with words
 */
export async function undoSetup(scope: UserScope, services: Services, numberId: string): Promise<void> {
  const setup = await hold(scope, services, numberId);
  const account = await carrierAccount(scope, services.db, setup.carrier);
  if (!account) throw missingAccount(setup.carrier);
  await runHeld(scope, services, account, { setup }, async (side) => {
    // A request of ours that is still on its way could otherwise undo the undoing.
    if (mayStillArrive(setup, services.now())) throw new SetupStopped("settling", SETTLE_MS / 1000);
    await putBack(scope, services, setup, side);
    await noteSetup(scope, services.db, setup, { state: "undoing", step: "delete" });
    for (const name of partsOf(setup).toReversed()) {
      const part = side.parts[name];
      for (const made of (await part?.list(markOf(setup))) ?? []) {
        await sent(scope, services, setup, () => part?.unmake(made) ?? Promise.resolve());
      }
    }
    if (!(await endSetup(scope, services.db, setup, "undone"))) throw new SetupStopped("settling");
    return undefined;
  });
}

/**
 * Forgets a set-up and changes nothing at the carrier: for a number that somebody has changed there since.
 * @param mail is written in the same batch
 * @throws AppError 404, 409
 */
export async function leaveAsIs(
  scope: UserScope,
  services: Services,
  numberId: string,
  mail: NewMail | null = null,
): Promise<void> {
  const setup = await hold(scope, services, numberId);
  if (!(await endSetup(scope, services.db, setup, "left_as_is", mail))) throw busy();
}

async function hold(scope: UserScope, { db, now }: Services, numberId: string): Promise<RouteSetup> {
  const lease = { token: crypto.randomUUID(), now: now(), until: now() + SETTLE_MS };
  const held = await leaseSetup(scope, db, numberId, lease);
  if (held) return held;
  throw (await routeSetup(scope, db, numberId)) ? busy() : notFound();
}

async function putBack(scope: UserScope, services: Services, setup: RouteSetup, side: CarrierSide): Promise<void> {
  const { former, written, carrier, carrierNumberId } = setup;
  const number = await side.read(carrierNumberId);
  if (!number) throw new SetupStopped("not_in_account"); // another account's key, or it was given up there
  if (isSame(number.settings, former)) return;
  const changed = changedByOthers(number.settings, [former, ...written]);
  if (changed.length > 0) throw changedSince(carrier, changed);
  await noteSetup(scope, services.db, setup, { state: "undoing", step: "put_back" });
  await sent(scope, services, setup, () => side.write(carrierNumberId, differences(number.settings, former)));
  const after = await side.read(carrierNumberId);
  if (!after || !isSame(after.settings, former)) throw new SetupStopped("not_taken");
}
