import type { JobResult } from "../jobs/job.ts";
import { log } from "../lib/log.ts";
import type { Services } from "../services.ts";
import { secretsToReseal } from "../tenancy/job-gate.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { findSecret } from "./find.ts";
import { openSecret } from "./open.ts";
import type { SecretRecord } from "./record.ts";
import { putInForce, writeSealed } from "./seal.ts";
import { SecretLostError } from "./secret-lost.ts";
import { markUnreadable } from "./store/sealed-secrets.ts";

const AT_ONCE = 100; // each is eight requests to D1 and KV, one after the other, and a job must be done within minutes
const LOOK_AGAIN_MS = 3_600_000; // at one that cannot be opened: its key may have been put back

/**
 * A key rotation's work, a bounded part of it: seals with the current key what is sealed with another. Queues itself
 * again while there is more; what fails midway is taken up by the next sweep.
 */
export async function resealSecrets(services: Services, kid: string): Promise<JobResult> {
  if (kid !== services.settings.KEK_CURRENT) return { retryInSeconds: null }; // the key has changed since
  const due = await secretsToReseal(services, {
    kid,
    unreadableBefore: services.now() - LOOK_AGAIN_MS,
    limit: AT_ONCE,
  });
  for (const { scope, record } of due) await reseal(scope, services, record);
  if (due.length > 0) log("secrets_sealed_again", { count: due.length, kid });
  if (due.length === AT_ONCE) await services.jobs.send({ kind: "reseal", id: kid });
  return { retryInSeconds: null };
}

/** Whether there is anything to seal anew, or to look at again. */
export async function awaitsResealing(services: Services): Promise<string | null> {
  const kid = services.settings.KEK_CURRENT;
  if (!kid) return null;
  const due = await secretsToReseal(services, { kid, unreadableBefore: services.now() - LOOK_AGAIN_MS, limit: 1 });
  return due.length > 0 ? kid : null;
}

/** One that its operator replaces meanwhile stays as he entered it: D1 names the new place only in place of the one read. */
async function reseal(scope: UserScope, services: Services, record: SecretRecord): Promise<void> {
  try {
    const found = await findSecret(scope, services, record);
    if (!found) return; // removed meanwhile
    const secret = await openSecret(scope, services.settings, record, found);
    const place = await writeSealed(scope, services, record, secret);
    await putInForce(scope, services, record, { place, instead: found.current });
  } catch (error) {
    if (!(error instanceof SecretLostError)) throw error;
    await markUnreadable(scope, services.db, record, services.now());
  }
}
