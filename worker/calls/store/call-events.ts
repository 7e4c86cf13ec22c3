import { and, eq, lte, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { callEvents, calls } from "../../../drizzle/schema.ts";
import { forgetDaysOfCall } from "../../analytics/store/call-days.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import type { ToolCounts } from "../count-tools.ts";

/** Claims an event that is due, so that no other job works on it before `until` (epoch milliseconds). */
export async function claimCallEvent(
  scope: UserScope,
  db: Database,
  id: string,
  { now, until }: { now: number; until: number },
) {
  const [event] = await db
    .update(callEvents)
    .set({ attempts: sql`${callEvents.attempts} + 1`, nextAttemptAt: until })
    .where(and(mine(scope, id), lte(callEvents.nextAttemptAt, now)))
    .returning();
  return event ?? null;
}

export async function postponeCallEvent(scope: UserScope, db: Database, id: string, until: number): Promise<void> {
  await db.update(callEvents).set({ nextAttemptAt: until }).where(mine(scope, id));
}

/** The archive holds something on this shelf that must be purged one day, but there is nothing to show. */
export const NOTHING_TO_SHOW = -1;

/**
 * Where the event is archived, and how good its transcript and recording are. A rank is NOTHING_TO_SHOW or at least 0;
 * null means that nothing was put on that shelf.
 */
export type ArchivedEvent = {
  callId: string;
  name: string;
  counts: ToolCounts;
  transcriptRank: number;
  recordingRank: number | null;
};

/**
 * In one batch: points the call to the event if it is the best one so far, and deletes it from the inbox. A call gets a
 * rank as soon as anything about it was archived, because that is what the purge looks for.
 */
export async function callEventDone(scope: UserScope, db: Database, id: string, done: ArchivedEvent): Promise<void> {
  const call = and(ownedBy(scope, calls.userId), eq(calls.callId, done.callId));
  const { counts, transcriptRank, recordingRank } = done;
  const nameAt = (rank: number) => (rank === NOTHING_TO_SHOW ? null : done.name);
  const transcriptName = nameAt(transcriptRank);
  await db.batch([
    db.delete(callEvents).where(mine(scope, id)),
    db
      .update(calls)
      .set({ ...(transcriptName !== null && counted(counts)), transcriptName, transcriptRank })
      .where(and(call, better(calls.transcriptRank, calls.transcriptName, transcriptRank, transcriptName))),
    forgetDaysOfCall(scope, db, done.callId),
    ...(recordingRank === null
      ? []
      : [
          db
            .update(calls)
            .set({ recordingName: nameAt(recordingRank), recordingRank })
            .where(and(call, better(calls.recordingRank, calls.recordingName, recordingRank, nameAt(recordingRank)))),
        ]),
  ]);
}

function counted({ lookups, byOutcome, transferOffered, transferTried }: ToolCounts) {
  return {
    lookups,
    lookupsFound: byOutcome.found,
    lookupsNotFound: byOutcome.not_found,
    lookupsAskedMore: byOutcome.asked_more,
    lookupsLocked: byOutcome.locked,
    transferOffered,
    transferTried,
  };
}

/** With equal ranks the name decides, so that the order of arrival never matters. */
function better(knownRank: SQLiteColumn, knownName: SQLiteColumn, rank: number, name: string | null): SQL {
  return sql`(${knownRank} IS NULL OR (${knownRank}, coalesce(${knownName}, '')) < (${rank}, ${name ?? ""}))`;
}

function mine(scope: UserScope, id: string) {
  return and(ownedBy(scope, callEvents.userId), eq(callEvents.id, id));
}
