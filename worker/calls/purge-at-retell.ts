import type { JobResult } from "../jobs/job.ts";
import { log } from "../lib/log.ts";
import { forgetCall } from "../retell/forget-call.ts";
import type { Services } from "../services.ts";
import { scopeOfCompany } from "../tenancy/job-gate.ts";
import { keptSince } from "./purge.ts";
import { callsAtRetell, markForgotten, savedRetention } from "./store/retention.ts";

const AT_ONCE = 40; // requests to Retell
const STEPS = 10; // a job; the sweep queues the next one while there is more

const DONE: JobResult = { retryInSeconds: null };

/**
 * Has Retell delete its copies of calls whose recordings the company keeps no longer; a transcript is kept as long at
 * least, and stands in our own archive by then. The rows say what is left to do: what Retell did not confirm is asked
 * again after the next sweep, for as long as it takes.
 * @param id the company's
 */
export async function purgeAtRetell(services: Services, id: string): Promise<JobResult> {
  const scope = await scopeOfCompany(services, id);
  if (!scope) return DONE;
  const { db, settings, now } = services;
  const before = keptSince((await savedRetention(scope, db)).recordingDays, now());
  for (let step = 0; step < STEPS; step++) {
    const outlived = await callsAtRetell(scope, db, before, AT_ONCE);
    const forgotten = await Promise.all(outlived.map(({ callId }) => forgetCall(settings, callId)));
    const ids = outlived.filter((_, index) => forgotten[index]).map((call) => call.id);
    if (ids.length > 0) await markForgotten(scope, db, { ids, before, at: now() });
    const left = outlived.length - ids.length;
    if (left > 0) log("copies_still_at_retell", { tenant: id, count: left });
    if (left > 0 || outlived.length < AT_ONCE) return DONE; // when Retell is busy, asking on at once does not help
  }
  return DONE;
}
