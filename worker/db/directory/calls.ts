import { asc, eq, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import {
  CALL_TIME,
  callEvents,
  calls,
  inboundLog,
  lookUps,
  retention,
  routedCalls,
  tenantConfig,
  unclaimedRings,
} from "../../../drizzle/schema.ts";
import { DEFAULT_RETENTION, type Retention } from "../../calls/store/retention.ts";
import type { Database } from "../database.ts";
import { companiesWhere } from "./companies.ts";

/** Whose event in the inbox this is. */
export async function ownerOfCallEvent(db: Database, id: string): Promise<string | null> {
  const [event] = await db.select({ userId: callEvents.userId }).from(callEvents).where(eq(callEvents.id, id));
  return event?.userId ?? null;
}

/** The ids of events that should have been archived by `now`, longest due first. */
export async function dueCallEvents(db: Database, now: number, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: callEvents.id })
    .from(callEvents)
    .where(lte(callEvents.nextAttemptAt, now))
    .orderBy(asc(callEvents.nextAttemptAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Companies with transcripts or recordings past their retention: older than `midnight` minus their days. */
export function companiesWithOutlived(db: Database, midnight: number, limit: number): Promise<string[]> {
  const transcripts = outlived(isNotNull(calls.transcriptRank), "transcriptDays", midnight);
  const recordings = outlived(isNotNull(calls.recordingRank), "recordingDays", midnight);
  return companiesWhere(db, or(transcripts, recordings), limit);
}

/** Companies with calls that Retell may still have although the recordings are past their retention. */
export function companiesWithCopies(db: Database, midnight: number, limit: number): Promise<string[]> {
  return companiesWhere(db, outlived(isNull(calls.retellForgotAt), "recordingDays", midnight), limit);
}

/** The condition that a company has a call past its retention. */
function outlived(condition: SQL, days: keyof Retention, midnight: number): SQL {
  const before = sql`${midnight} - coalesce(${retention[days]}, ${DEFAULT_RETENTION[days]}) * 86400000`;
  return sql`EXISTS (SELECT 1 FROM ${calls} WHERE ${calls.userId} = ${tenantConfig.userId} AND ${condition}
    AND ${CALL_TIME} < ${before})`;
}

/** Deletes callers' numbers once they are no longer needed: look-ups for the limits, rings for the overview. */
export async function deleteOldTraces(db: Database, before: { lookUps: number; rings: number }): Promise<void> {
  await db.batch([
    db.delete(lookUps).where(lt(lookUps.lookedUpAt, before.lookUps)),
    db.delete(inboundLog).where(lt(inboundLog.receivedAt, before.rings)),
    db.delete(unclaimedRings).where(lt(unclaimedRings.receivedAt, before.rings)),
    db.delete(routedCalls).where(lt(routedCalls.receivedAt, before.rings)),
  ]);
}
