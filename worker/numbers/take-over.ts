import { deleteSnapshot } from "../inbound/snapshot.ts";
import { AppError } from "../lib/errors.ts";
import { log } from "../lib/log.ts";
import { quietly } from "../lib/quietly.ts";
import { numberMovedLetter } from "../mail/number-moved-letter.ts";
import { queueMail } from "../mail/post-mail.ts";
import type { Services } from "../services.ts";
import { forgetRoute } from "../telephony/forget-route.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { claimToTakeOver } from "../tenancy/unproven-claim.ts";
import { forgetSecret } from "../vault/seal.ts";
import { queueNumber } from "./queue-number.ts";
import { releaseClaim, takeOverNumber } from "./store/number-claims.ts";
import type { NumberToStore, StoredNumber } from "./store/phone-numbers.ts";

const UNPROVEN_MS = 7 * 86_400_000; // long enough to set up a trunk, short enough that nobody can sit on a number

type Claim = NonNullable<Awaited<ReturnType<typeof claimToTakeOver>>>;

/**
 * Gives a company a number that another company added more than a week ago and never proved with a call; that company
 * gets a mail. If Retell may have the number, it is removed there first, with the first company's trunk and password. Null
 * if there is no such claim or another request was quicker.
 * @throws AppError 409 number_taken while the claim is being released
 */
export async function takeOver(
  scope: UserScope,
  services: Services,
  number: NumberToStore,
): Promise<StoredNumber | null> {
  const { db, kv, now, settings } = services;
  const { phoneNumber } = number;
  const old = await unprovenClaim(scope, services, phoneNumber);
  if (!old) return null;
  if (old.status === "disconnecting") throw beingReleased();
  const url = `${settings.PUBLIC_URL}/numbers`;
  const letter = await numberMovedLetter({ phoneNumber, url });
  const mail = { id: crypto.randomUUID(), recipient: old.email, ...letter };
  if (old.importSentAt !== null) {
    if (await releaseClaim(db, { old, phoneNumber, mail, now: now() })) {
      log("number_released", { number_id: old.id, from: old.userId, asked_by: scope.userId });
      services.defer(() => Promise.all([queueMail(services, mail.id), queueNumber(services, old.id)]));
      throw beingReleased();
    }
    const left = await unprovenClaim(scope, services, phoneNumber);
    if (left?.status === "disconnecting") throw beingReleased(); // another request was quicker
    return null;
  }
  await forgetRoute(old.scope, services, old.id);
  const stored = await takeOverNumber(scope, db, number, { old, mail, now: now(), actor: scope.userId });
  if (!stored) return null;
  log("number_taken_over", { number_id: stored.id, from: old.userId, to: scope.userId });
  await quietly("secret_not_removed", forgetSecret(old.scope, services, { kind: "sip", id: old.id }));
  await quietly("snapshot_not_removed", deleteSnapshot(old.scope, kv, phoneNumber));
  services.defer(() => queueMail(services, mail.id));
  return stored;
}

async function unprovenClaim(scope: UserScope, services: Services, phoneNumber: string): Promise<Claim | null> {
  const claim = await claimToTakeOver(services, phoneNumber, services.now() - UNPROVEN_MS);
  return claim?.userId === scope.userId ? null : claim;
}

function beingReleased(): AppError {
  const reason =
    "Another company added this number but never received a call on it, so we are releasing it. Add it again in a minute.";
  return new AppError(409, "number_taken", reason, { fields: { phone_number: reason } });
}
