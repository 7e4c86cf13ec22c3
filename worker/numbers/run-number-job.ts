import { deleteSnapshot } from "../inbound/snapshot.ts";
import { AppError } from "../lib/errors.ts";
import { DONE, type JobResult, retryAt } from "../lib/job-result.ts";
import { describeError, log } from "../lib/log.ts";
import { quietly } from "../lib/quietly.ts";
import type { Services } from "../services.ts";
import { forgetRoute } from "../telephony/forget-route.ts";
import { scopeOfNumber } from "../tenancy/job-gate.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { forgetSecret } from "../vault/seal.ts";
import { connectAtRetell } from "./connect-at-retell.ts";
import { disconnectAtRetell } from "./disconnect-at-retell.ts";
import { LEASE_MS, MOST_TRIES, waitAfter } from "./job-times.ts";
import { type Outcome, trouble } from "./outcome.ts";
import { TROUBLES, WAITING_WORDS } from "./retell-trouble.ts";
import { dropNumber, leaseNumber, postponeNumber, releaseNumber, settleNumber } from "./store/number-jobs.ts";
import { phoneNumber, type StoredNumber } from "./store/phone-numbers.ts";

const IN_A_SECOND: JobResult = { retryInSeconds: 1 };

/**
 * Connects one number at Retell or removes it there. However often the job is delivered, only one delivery at a time
 * holds the number. After a crash another one continues when the lease is over (docs/numbers.md).
 */
export async function runNumberJob(services: Services, id: string): Promise<JobResult> {
  const scope = await scopeOfNumber(services, id);
  if (!scope) return DONE;
  const now = services.now();
  const lease = { token: crypto.randomUUID(), now, until: now + LEASE_MS };
  const number = await leaseNumber(scope, services.db, id, lease);
  if (!number) return whenItIsFree(scope, services, id);
  const work = number.status === "disconnecting" ? disconnectAtRetell : connectAtRetell;
  const outcome = await work(scope, services, number).catch((error: unknown): Outcome => {
    log("number_work_failed", { number_id: id, ...describeError(error) });
    return trouble(error instanceof AppError && error.code === "not_configured" ? "not_configured" : "outage");
  });
  return settle(scope, services, number, outcome);
}

/** When to retry a number that another job holds or that is not due yet. */
async function whenItIsFree(scope: UserScope, services: Services, id: string): Promise<JobResult> {
  const number = await phoneNumber(scope, services.db, id);
  if (!number || number.nextAttemptAt === null) return DONE;
  return retryAt(Math.max(number.nextAttemptAt, number.leaseUntil ?? 0), services.now());
}

async function settle(
  scope: UserScope,
  services: Services,
  number: StoredNumber,
  outcome: Outcome,
): Promise<JobResult> {
  const { db, now } = services;
  const { id, status, attempts } = number;
  const removing = status === "disconnecting";
  switch (outcome.kind) {
    case "connected": {
      const connected = {
        status: "connected" as const,
        statusDetail: null,
        errorCode: null,
        retellPhoneNumberId: number.phoneNumber,
        connectedAt: number.connectedAt ?? now(),
      };
      if (!(await settleNumber(scope, db, number, connected))) break;
      log("number_connected", { number_id: id, tries: attempts });
      return DONE;
    }
    case "gone":
      await forgetRoute(scope, services, id);
      // Delete the secret first: without the row we could not find it again.
      await forgetSecret(scope, services, { kind: "sip", id });
      await quietly("snapshot_not_removed", deleteSnapshot(scope, services.kv, number.phoneNumber));
      if (!(await dropNumber(scope, db, number, scope.userId))) break;
      log("number_gone", { number_id: id, tries: attempts });
      return DONE;
    case "later":
      if (!(await postponeNumber(scope, db, number, { until: outcome.until, detail: number.statusDetail }))) break;
      return retryAt(outcome.until, services.now());
    case "trouble": {
      const { trouble, retryAfterSeconds } = outcome;
      const { passes, words } = TROUBLES[trouble];
      if (removing || (passes && attempts < MOST_TRIES)) {
        const wait = waitAfter(attempts, removing ? "removing" : "connecting");
        const until = now() + Math.max(wait, (retryAfterSeconds ?? 0) * 1000);
        if (!(await postponeNumber(scope, db, number, { until, detail: WAITING_WORDS }))) break;
        return retryAt(until, services.now());
      }
      const failed = { status: "error" as const, statusDetail: words, errorCode: trouble };
      if (!(await settleNumber(scope, db, number, failed))) break;
      log("number_not_connected", { number_id: id, trouble, tries: attempts });
      return DONE;
    }
  }
  await releaseNumber(scope, db, number, now());
  return IN_A_SECOND;
}
