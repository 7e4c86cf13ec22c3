import { and, inArray, isNull, lt, sql } from "drizzle-orm";
import { CALL_TIME, calls, retention } from "../../../drizzle/schema.ts";
import { changedFields } from "../../audit/changed-fields.ts";
import { type AuditEntry, insertAudit } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import { utcDay } from "../../lib/utc-day.ts";
import type { UserScope } from "../../tenancy/scope.ts";

export type Retention = { transcriptDays: number; recordingDays: number; reservationDays: number };

/** What applies before anything is saved. */
export const DEFAULT_RETENTION: Retention = { transcriptDays: 90, recordingDays: 90, reservationDays: 90 };

export async function savedRetention(scope: UserScope, db: Database): Promise<Retention> {
  const [row] = await db
    .select({
      transcriptDays: retention.transcriptDays,
      recordingDays: retention.recordingDays,
      reservationDays: retention.reservationDays,
    })
    .from(retention)
    .where(ownedBy(scope, retention.userId));
  return row ?? DEFAULT_RETENTION;
}

/** Writes the audit row too, with what the days were before. */
export async function saveRetention(scope: UserScope, db: Database, days: Retention, before: Retention): Promise<void> {
  await db.batch([
    db
      .insert(retention)
      .values({ ...days, userId: scope.userId })
      .onConflictDoUpdate({ target: retention.userId, set: days }),
    insertAudit(scope, db, {
      actor: scope.userId,
      action: "retention.saved",
      detail: { changes: changedFields(named(before), named(days)) },
    }),
  ]);
}

function named({ transcriptDays, recordingDays, reservationDays }: Retention) {
  return { transcript_days: transcriptDays, recording_days: recordingDays, reservation_days: reservationDays };
}

export type Purgeable = "transcripts" | "recordings";

/** Calls before `before` (epoch milliseconds) that still have this in the archive, oldest first. */
export function outlivedCalls(scope: UserScope, db: Database, what: Purgeable, before: number, limit: number) {
  return db
    .select({ id: calls.id, callId: calls.callId })
    .from(calls)
    .where(and(ownedBy(scope, calls.userId), sql`${RANKS[what]} IS NOT NULL`, lt(CALL_TIME, before)))
    .orderBy(CALL_TIME)
    .limit(limit);
}

/**
 * Records that the archive no longer has this for these calls, with one audit row. A summary goes with its transcript.
 */
export async function markPurged(
  scope: UserScope,
  db: Database,
  what: Purgeable,
  { ids, before }: { ids: string[]; before: number },
): Promise<void> {
  const gone =
    what === "transcripts"
      ? { transcriptName: null, transcriptRank: null, summary: null }
      : { recordingName: null, recordingRank: null };
  await db.batch([
    db
      .update(calls)
      .set(gone)
      .where(and(ownedBy(scope, calls.userId), inArray(calls.id, ids))),
    insertAudit(scope, db, purged(what, ids, before)),
  ]);
}

/** Calls before `before` (epoch milliseconds) that Retell may still have a copy of, oldest first. */
export function callsAtRetell(scope: UserScope, db: Database, before: number, limit: number) {
  return db
    .select({ id: calls.id, callId: calls.callId })
    .from(calls)
    .where(and(ownedBy(scope, calls.userId), isNull(calls.retellForgotAt), lt(CALL_TIME, before)))
    .orderBy(CALL_TIME)
    .limit(limit);
}

/** Records that Retell has deleted its copies of these calls, with one audit row. */
export async function markForgotten(
  scope: UserScope,
  db: Database,
  { ids, before, at }: { ids: string[]; before: number; at: number },
): Promise<void> {
  await db.batch([
    db
      .update(calls)
      .set({ retellForgotAt: at })
      .where(and(ownedBy(scope, calls.userId), inArray(calls.id, ids))),
    insertAudit(scope, db, purged("copies_at_retell", ids, before)),
  ]);
}

function purged(what: string, ids: string[], before: number): AuditEntry {
  const detail = { what, calls: ids.length, before: utcDay(before) };
  return { actor: "retention", action: "retention.purged", detail };
}

const RANKS = { transcripts: calls.transcriptRank, recordings: calls.recordingRank };
