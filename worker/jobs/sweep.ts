import { dueMail, forgetOldMail, forgetOldTraces } from "../db/directory.ts";
import { log } from "../lib/log.ts";
import { quietly } from "../lib/quietly.ts";
import { ABANDONED_MS, removeSurplus } from "../lists/remove-surplus.ts";
import { tellWhenStale } from "../lists/tell-stale.ts";
import type { Services } from "../services.ts";
import { scopesOfAbandonedUploads, scopesOfStaleLists } from "../tenancy/job-gate.ts";

const AT_ONCE = 100; // the most that a queue takes in one call; the next sweep takes the next hundred
const DAY_MS = 86_400_000;
const KEEP_MISSES_MS = DAY_MS; // the lock looks back one hour
const KEEP_RINGS_MS = 90 * DAY_MS;
const KEEP_SENT_MS = 30 * DAY_MS; // long enough to answer "did you send it?"

/**
 * Queues mail again that a crash or an exhausted queue left behind, forgets what has served its time, writes to
 * operators whose list has grown old, and removes uploads that were given up.
 */
export async function sweep(services: Services): Promise<void> {
  const now = services.now();
  const waiting = await dueMail(services.db, now, AT_ONCE);
  if (waiting.length > 0) {
    await services.jobs.sendBatch(waiting.map((id) => ({ body: { kind: "mail" as const, id } })));
    log("mail_queued_again", { count: waiting.length });
  }
  await forgetOldMail(services.db, now - KEEP_SENT_MS);
  await forgetOldTraces(services.db, { misses: now - KEEP_MISSES_MS, rings: now - KEEP_RINGS_MS });
  for (const scope of await scopesOfStaleLists(services, AT_ONCE)) {
    await quietly("stale_not_told", tellWhenStale(scope, services));
  }
  for (const scope of await scopesOfAbandonedUploads(services, now - ABANDONED_MS, AT_ONCE)) {
    for (const kind of ["reservations", "drivers"] as const) await removeSurplus(scope, services, kind);
  }
}
