import { takeOverNumber } from "../db/number-claims.ts";
import type { NumberToStore, StoredNumber } from "../db/phone-numbers.ts";
import { deleteSnapshot } from "../inbound/snapshot.ts";
import { log } from "../lib/log.ts";
import { quietly } from "../lib/quietly.ts";
import { numberMovedLetter } from "../mail/number-moved-letter.ts";
import { queueMail } from "../mail/post-mail.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { claimToTakeOver } from "../tenancy/unproven-claim.ts";
import { forgetSecret } from "../vault/seal.ts";

const UNPROVEN_MS = 7 * 86_400_000; // long enough to set up a trunk, short enough that nobody squats on a number

/**
 * A number that another company added more than a week ago, and that no call has proven since, goes to whoever asks for
 * it now; the first claimant is written to. Null when there is no such claim, or another request was quicker.
 */
export async function takeOver(
  scope: UserScope,
  services: Services,
  number: NumberToStore,
): Promise<StoredNumber | null> {
  const { db, kv, now, settings } = services;
  const old = await claimToTakeOver(services, number.phoneNumber, now() - UNPROVEN_MS);
  if (!old || old.userId === scope.userId) return null;
  const url = `${settings.PUBLIC_URL}/phone-numbers`;
  const letter = await numberMovedLetter({ phoneNumber: number.phoneNumber, url });
  const mail = { id: crypto.randomUUID(), recipient: old.email, ...letter };
  const stored = await takeOverNumber(scope, db, number, { old, mail, now: now(), actor: scope.userId });
  if (!stored) return null;
  log("number_taken_over", { number_id: stored.id, from: old.userId, to: scope.userId });
  await quietly("secret_not_removed", forgetSecret(old.scope, services, { kind: "sip", id: old.id }));
  await quietly("snapshot_not_removed", deleteSnapshot(old.scope, kv, number.phoneNumber));
  services.defer(() => queueMail(services, mail.id));
  return stored;
}
