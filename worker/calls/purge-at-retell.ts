import type { JobResult } from "../jobs/job.ts";
import { log } from "../lib/log.ts";
import type { Services } from "../services.ts";
import { scopeOfCompany } from "../tenancy/job-gate.ts";
import { forgetAtRetell } from "./forget-at-retell.ts";
import { keptSince } from "./purge.ts";
import { savedRetention } from "./store/retention.ts";

const DONE: JobResult = { retryInSeconds: null }; // the sweep queues the next one while there is more

/**
 * Has Retell delete its copies of calls whose recordings the company keeps no longer; a transcript is kept as long at
 * least, and stands in our own archive by then. The rows say what is left to do: what Retell did not confirm is asked
 * again after the next sweep, for as long as it takes.
 * @param id the company's
 */
export async function purgeAtRetell(services: Services, id: string): Promise<JobResult> {
  const scope = await scopeOfCompany(services, id);
  if (!scope) return DONE;
  const before = keptSince((await savedRetention(scope, services.db)).recordingDays, services.now());
  const { refused } = await forgetAtRetell(scope, services, before);
  if (refused > 0) log("copies_still_at_retell", { tenant: id, count: refused });
  return DONE;
}
