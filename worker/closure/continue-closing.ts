import { DONE, type JobResult } from "../lib/job-result.ts";
import { describeError, log } from "../lib/log.ts";
import { quietly } from "../lib/quietly.ts";
import type { Services } from "../services.ts";
import { scopeOfClosure } from "../tenancy/job-gate.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { deleteArchive, deleteSnapshots, destroySecrets } from "./delete-elsewhere.ts";
import { deleteAccount, deleteRecords } from "./delete-records.ts";
import { forgetCallsAtRetell } from "./forget-calls.ts";
import { releaseNumbers } from "./release-numbers.ts";
import { type ClosureStep, type Progress, stepAfter } from "./steps.ts";
import { type Closure, changeClosure, claimClosure } from "./store/closures.ts";

const CLAIM_MS = 5 * 60_000; // an older claim belongs to a job that died
const FIRST_WAIT_SECONDS = 5;
const LONGEST_WAIT_SECONDS = 3600; // a closure is never given up
const QUEUE_WAIT_SECONDS = 600; // anything due later is left to the sweep

const STEPS: Record<ClosureStep, (scope: UserScope, services: Services, closure: Closure) => Promise<Progress>> = {
  numbers: releaseNumbers,
  secrets: destroySecrets,
  archive: deleteArchive,
  snapshots: deleteSnapshots,
  calls: forgetCallsAtRetell,
  records: deleteRecords,
  account: deleteAccount,
};

/**
 * Continues a closure from the step stored in its row. Every step can be repeated safely, so the job may die anywhere.
 * It retries until everything is deleted.
 */
export async function continueClosing(services: Services, id: string): Promise<JobResult> {
  const scope = await scopeOfClosure(services, id);
  if (!scope) return DONE;
  const now = services.now();
  const closure = await claimClosure(scope, services.db, id, { now, until: now + CLAIM_MS });
  if (!closure) return DONE;
  try {
    return await runSteps(scope, services, closure);
  } catch (error) {
    log("closure_failed", { id, attempt: closure.attempts, ...describeError(error) });
    return wait(scope, services, closure);
  }
}

async function runSteps(scope: UserScope, services: Services, claimed: Closure): Promise<JobResult> {
  const { db } = services;
  for (let closure = claimed; ; ) {
    const progress = await STEPS[closure.step](scope, services, closure);
    if (progress === "waiting") return wait(scope, services, closure);
    if (progress === "more") {
      await changeClosure(scope, db, closure.id, { attempts: 0, nextAttemptAt: 0 });
      await quietly("closure_not_queued", services.jobs.send({ kind: "closure", id: closure.id }));
      return DONE;
    }
    const step = progress === "again" ? "numbers" : stepAfter(closure.step);
    if (step === null) return DONE;
    await changeClosure(scope, db, closure.id, { step, attempts: 1 });
    closure = { ...closure, step, attempts: 1 };
  }
}

async function wait(scope: UserScope, services: Services, { id, attempts }: Closure): Promise<JobResult> {
  const seconds = Math.min(FIRST_WAIT_SECONDS * 2 ** (attempts - 1), LONGEST_WAIT_SECONDS);
  await changeClosure(scope, services.db, id, { nextAttemptAt: services.now() + seconds * 1000 });
  return seconds > QUEUE_WAIT_SECONDS ? DONE : { retryInSeconds: seconds + 1 };
}
