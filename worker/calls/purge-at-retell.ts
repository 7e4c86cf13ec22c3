import { DONE, type JobResult } from "../lib/job-result.ts";
import { log } from "../lib/log.ts";
import type { Services } from "../services.ts";
import { scopeOfCompany } from "../tenancy/job-gate.ts";
import { forgetAtRetell } from "./forget-at-retell.ts";
import { keptSince } from "./purge.ts";
import { savedRetention } from "./store/retention.ts";

/**
 * Has Retell delete its copies of calls whose recordings are past their retention. Transcripts are kept at least as long
 * and are in our own archive by then. The rows say what is left to do: what Retell has not confirmed is requested again
 * after every sweep, which also queues the next job while there is more.
 * @param id the company's id
 */
export async function purgeAtRetell(services: Services, id: string): Promise<JobResult> {
  const scope = await scopeOfCompany(services, id);
  if (!scope) return DONE;
  const before = keptSince((await savedRetention(scope, services.db)).recordingDays, services.now());
  const { refused } = await forgetAtRetell(scope, services, before);
  if (refused > 0) log("copies_still_at_retell", { tenant: id, count: refused });
  return DONE;
}
