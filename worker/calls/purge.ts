import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { forget } from "./archive.ts";
import { markPurged, outlivedCalls, type Purgeable, savedRetention } from "./store/retention.ts";

const AT_ONCE = 80; // calls; each is a list request of R2, and a statement of D1 takes a hundred bound values
const STEPS = 3;
const DAY_MS = 86_400_000;

/** Days count from midnight UTC, so that a company is purged, and told so in its audit trail, once a day. */
export function lastMidnight(now: number): number {
  return now - (now % DAY_MS);
}

/** What is younger than this (epoch milliseconds) is kept. */
export function keptSince(days: number, now: number): number {
  return lastMidnight(now) - days * DAY_MS;
}

/**
 * Removes what a company has kept for longer than it wishes, a bounded number of calls at a time; the next sweep goes
 * on. The archive goes first: after a crash the same calls are purged again, which does no harm.
 */
export async function purge(scope: UserScope, services: Services): Promise<void> {
  const { transcriptDays, recordingDays } = await savedRetention(scope, services.db);
  const now = services.now();
  await purgeShelf(scope, services, "transcripts", keptSince(transcriptDays, now));
  await purgeShelf(scope, services, "recordings", keptSince(recordingDays, now));
}

async function purgeShelf(scope: UserScope, { db, archive }: Services, what: Purgeable, before: number): Promise<void> {
  for (let step = 0; step < STEPS; step++) {
    const outlived = await outlivedCalls(scope, db, what, before, AT_ONCE);
    if (outlived.length === 0) return;
    await forget(
      scope,
      archive,
      what,
      outlived.map(({ callId }) => callId),
    );
    await markPurged(scope, db, what, { ids: outlived.map(({ id }) => id), before });
  }
}
