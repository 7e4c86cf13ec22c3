import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { forget } from "./archive.ts";
import { markPurged, outlivedCalls, type Purgeable, savedRetention } from "./store/retention.ts";

const CALLS_PER_ROUND = 80; // each takes a list request to R2, and D1 allows a hundred bound values per statement
const ROUNDS_PER_SWEEP = 3;
const DAY_MS = 86_400_000;

/** Days count from midnight UTC, so that a company is purged once a day and gets one row a day in its audit trail. */
export function lastMidnight(now: number): number {
  return now - (now % DAY_MS);
}

/** Anything newer than this (epoch milliseconds) is kept. */
export function keptSince(days: number, now: number): number {
  return lastMidnight(now) - days * DAY_MS;
}

/**
 * Deletes what is past a company's retention, a bounded number of calls at a time; the next sweep continues. The archive
 * is deleted first: after a crash the same calls are purged again, which does no harm.
 */
export async function purge(scope: UserScope, services: Services): Promise<void> {
  const { transcriptDays, recordingDays } = await savedRetention(scope, services.db);
  const now = services.now();
  await purgeShelf(scope, services, "transcripts", keptSince(transcriptDays, now));
  await purgeShelf(scope, services, "recordings", keptSince(recordingDays, now));
}

async function purgeShelf(scope: UserScope, { db, archive }: Services, what: Purgeable, before: number): Promise<void> {
  for (let step = 0; step < ROUNDS_PER_SWEEP; step++) {
    const outlived = await outlivedCalls(scope, db, what, before, CALLS_PER_ROUND);
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
