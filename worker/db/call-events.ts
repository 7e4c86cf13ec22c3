import { and, eq, lte, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { callEvents, calls } from "../../drizzle/schema.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { Database } from "./database.ts";
import { ownedBy } from "./owned-by.ts";

/** Takes an event that waits and is due, so that nobody else works on it before `until` (epoch milliseconds). */
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

/** Where the archive has the event, and how good its transcript and its recording are; null: it has none. */
export type ArchivedEvent = {
  callId: string;
  name: string;
  lookups: number;
  transcriptRank: number | null;
  recordingRank: number | null;
};

/** The call names the event where it is the best one so far, and the inbox forgets it, in one batch. */
export async function callEventDone(scope: UserScope, db: Database, id: string, done: ArchivedEvent): Promise<void> {
  const call = and(ownedBy(scope, calls.userId), eq(calls.callId, done.callId));
  const { name, lookups, transcriptRank, recordingRank } = done;
  await db.batch([
    db.delete(callEvents).where(mine(scope, id)),
    ...(transcriptRank === null
      ? []
      : [
          db
            .update(calls)
            .set({ lookups, transcriptName: name, transcriptRank })
            .where(and(call, better(calls.transcriptRank, calls.transcriptName, transcriptRank, name))),
        ]),
    ...(recordingRank === null
      ? []
      : [
          db
            .update(calls)
            .set({ recordingName: name, recordingRank })
            .where(and(call, better(calls.recordingRank, calls.recordingName, recordingRank, name))),
        ]),
  ]);
}

/** Names decide between equals, so that the order of arrival never does. */
function better(knownRank: SQLiteColumn, knownName: SQLiteColumn, rank: number, name: string): SQL {
  return sql`(${knownRank} IS NULL OR (${knownRank}, coalesce(${knownName}, '')) < (${rank}, ${name}))`;
}

function mine(scope: UserScope, id: string) {
  return and(ownedBy(scope, callEvents.userId), eq(callEvents.id, id));
}
