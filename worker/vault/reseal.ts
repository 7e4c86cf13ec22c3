import { DONE, type JobResult } from "../lib/job-result.ts";
import { log } from "../lib/log.ts";
import type { Services } from "../services.ts";
import { secretsToReseal } from "../tenancy/job-gate.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { findSecret } from "./find.ts";
import { openSecret } from "./open.ts";
import type { SecretRecord } from "./record.ts";
import { useNewPlace, writeSealed } from "./seal.ts";
import { SecretLostError } from "./secret-lost.ts";
import { markUnreadable } from "./store/sealed-secrets.ts";

const SECRETS_PER_JOB = 100; // each takes eight requests to D1 and KV in sequence, and a job has to finish within minutes
const LOOK_AGAIN_MS = 3_600_000; // a secret that cannot be opened is tried again after this; its key may be back

/**
 * Does a bounded part of a key rotation: seals again, with the current key, what is sealed with another key. It queues
 * itself again while there is more. If it fails midway, the next sweep continues.
 */
export async function resealSecrets(services: Services, kid: string): Promise<JobResult> {
  if (kid !== services.settings.KEK_CURRENT) return DONE; // the current key has changed since this was queued
  const due = await secretsToReseal(services, {
    kid,
    unreadableBefore: services.now() - LOOK_AGAIN_MS,
    limit: SECRETS_PER_JOB,
  });
  for (const { scope, record } of due) await reseal(scope, services, record);
  if (due.length > 0) log("secrets_sealed_again", { count: due.length, kid });
  if (due.length === SECRETS_PER_JOB) await services.jobs.send({ kind: "reseal", id: kid });
  return DONE;
}

/** The current key's name if any secret has to be sealed again or tried again, otherwise null. */
export async function awaitsResealing(services: Services): Promise<string | null> {
  const kid = services.settings.KEK_CURRENT;
  if (!kid) return null;
  const due = await secretsToReseal(services, { kid, unreadableBefore: services.now() - LOOK_AGAIN_MS, limit: 1 });
  return due.length > 0 ? kid : null;
}

/** If the operator replaces the password meanwhile, theirs wins: D1 switches to our place only if it still names the one we read. */
async function reseal(scope: UserScope, services: Services, record: SecretRecord): Promise<void> {
  try {
    const found = await findSecret(scope, services, record);
    if (!found) return; // removed in the meantime
    const secret = await openSecret(scope, services.settings, record, found);
    const place = await writeSealed(scope, services, record, secret);
    await useNewPlace(scope, services, record, { place, instead: found.current });
  } catch (error) {
    if (!(error instanceof SecretLostError)) throw error;
    await markUnreadable(scope, services.db, record, services.now());
  }
}
