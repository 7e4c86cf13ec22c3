import { and, count, desc, eq, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { isOneOf } from "../../../drizzle/columns.ts";
import { blockedCallers, CALL_TIME, calls, messages, tenantPhoneNumbers } from "../../../drizzle/schema.ts";
import { insertAudit } from "../../db/audit.ts";
import { contains } from "../../db/contains.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import type { LookupOutcome } from "../../tools/lookup-outcome.ts";
import type { CallReason } from "../call-reasons.ts";
import type { TRANSFERS } from "../call-schema.ts";
import { FINAL_STATUSES } from "../call-status.ts";
import { type Outcome, reasonsFor } from "../ended-because.ts";

// Retell ends a call after two hours, so a call whose end we missed does not stay live for ever.
const LONGEST_CALL_MS = 3 * 3_600_000;

type Query = {
  search?: string | undefined;
  outcome?: Outcome | undefined;
  transferred?: boolean | undefined;
  transfer?: (typeof TRANSFERS)[number] | undefined;
  look_up?: LookupOutcome | undefined;
  reason?: CallReason | "unknown" | undefined;
  number_id?: string | undefined;
  /** Epoch milliseconds, the end exclusive. */
  from: number | null;
  to: number | null;
  cursor: { at: number; id: string } | null;
  limit: number;
  now: number;
};

/** Newest first, starting after `cursor`. */
export function callsPage(scope: UserScope, db: Database, query: Query) {
  const { search, outcome, transferred, transfer, look_up, reason, number_id, from, to, cursor, limit, now } = query;
  const wanted: (SQL | undefined)[] = [
    outcome && sql`${outcomeAt(now)} = ${outcome}`,
    transferred === undefined ? undefined : sql`(${outcomeAt(now)} = 'transferred') = ${transferred ? 1 : 0}`,
    transfer && hasTransfer(transfer),
    look_up && sql`${LOOKUPS[look_up]} > 0`,
    reason && sql`coalesce(${calls.reason}, 'unknown') = ${reason}`,
    number_id === undefined ? undefined : eq(ownNumberOfCall, numberById(scope, number_id)),
    contains(search, [calls.summary, calls.callId, calls.fromNumber], [calls.fromNumber]),
    from === null ? undefined : sql`${CALL_TIME} >= ${from}`,
    to === null ? undefined : sql`${CALL_TIME} < ${to}`,
    cursor ? sql`(${CALL_TIME}, ${calls.id}) < (${cursor.at}, ${cursor.id})` : undefined,
  ];
  return db
    .select(columnsAt(db, now))
    .from(calls)
    .where(and(ownedBy(scope, calls.userId), ...wanted))
    .orderBy(desc(CALL_TIME), desc(calls.id))
    .limit(limit);
}

/** One call with everything its page needs. */
export async function callById(scope: UserScope, db: Database, id: string, now: number) {
  const isBlocked = and(ownedBy(scope, blockedCallers.userId), eq(blockedCallers.phoneE164, calls.fromNumber));
  const [call] = await db
    .select({
      ...columnsAt(db, now),
      transcriptName: calls.transcriptName,
      recordingName: calls.recordingName,
      feedbackWrong: calls.feedbackWrong,
      feedbackNote: calls.feedbackNote,
      blockId: sql<string | null>`(${db.select({ id: blockedCallers.id }).from(blockedCallers).where(isBlocked)})`,
    })
    .from(calls)
    .where(and(ownedBy(scope, calls.userId), eq(calls.id, id)));
  return call ?? null;
}

export type CallRow = Awaited<ReturnType<typeof callsPage>>[number];

/** Writes the audit row too. False if the call does not exist. */
export async function saveFeedback(
  scope: UserScope,
  db: Database,
  id: string,
  feedback: { wrong: boolean; note: string | null },
): Promise<boolean> {
  const mine = and(ownedBy(scope, calls.userId), eq(calls.id, id));
  const [known] = await db.select({ id: calls.id }).from(calls).where(mine);
  if (!known) return false;
  await db.batch([
    db.update(calls).set({ feedbackWrong: feedback.wrong, feedbackNote: feedback.note }).where(mine),
    insertAudit(scope, db, {
      actor: scope.userId,
      action: "call.judged",
      subject: id,
      detail: { wrong: feedback.wrong },
    }),
  ]);
  return true;
}

function columnsAt(db: Database, now: number) {
  const left = and(eq(messages.userId, calls.userId), eq(messages.callId, calls.callId));
  return {
    id: calls.id,
    callId: calls.callId,
    fromNumber: calls.fromNumber,
    toNumber: calls.toNumber,
    ownNumberCalled: ownNumberCalled.as("own_number_called"),
    status: calls.status,
    transferDestination: calls.transferDestination,
    disconnectionReason: calls.disconnectionReason,
    startedAt: calls.startedAt,
    endedAt: calls.endedAt,
    durationMs: calls.durationMs,
    summary: calls.summary,
    sentiment: calls.sentiment,
    successful: calls.successful,
    costCents: calls.costCents,
    lookups: calls.lookups,
    at: CALL_TIME.as("at"),
    outcome: outcomeAt(now).as("outcome"),
    messages: sql<number>`(${db.select({ n: count() }).from(messages).where(left)})`.as("message_count"),
  };
}

const LOOKUPS: Record<LookupOutcome, SQLiteColumn> = {
  found: calls.lookupsFound,
  not_found: calls.lookupsNotFound,
  asked_more: calls.lookupsAskedMore,
  locked: calls.lookupsLocked,
};

/** The company's number in a call. Calls from before it was stored were all inbound. */
export const ownNumberOfCall = sql<string>`coalesce(${calls.ownNumber}, ${calls.toNumber})`;

/** Whether somebody took a call that the agent put through. */
export const wasConnected = sql<number>`coalesce(${isOneOf(calls.disconnectionReason, reasonsFor("transferred"))}, 0)`;

/** Whether the agent tried to put the caller through. */
export const wasTried = sql<number>`(${calls.transferTried} OR ${wasConnected})`;

function hasTransfer(transfer: (typeof TRANSFERS)[number]): SQL {
  const conditions = {
    offered: sql`${calls.transferOffered} = 1`,
    tried: sql`${wasTried} = 1`,
    connected: sql`${wasConnected} = 1`,
    failed: sql`${wasTried} = 1 AND ${wasConnected} = 0`,
  };
  return conditions[transfer];
}

function numberById(scope: UserScope, id: string): SQL {
  return sql`(SELECT ${tenantPhoneNumbers.phoneNumber} FROM ${tenantPhoneNumbers}
    WHERE ${ownedBy(scope, tenantPhoneNumbers.userId)} AND ${tenantPhoneNumbers.id} = ${id})`;
}

/** Whether the agent called somebody: then the number that called was the company's own at that time. */
const ownNumberCalled = sql<number>`coalesce(${calls.ownNumber} = ${calls.fromNumber}, 0)`;

/** Whether the call is still going on at `now` (epoch milliseconds). */
export function isLive(now: number): SQL {
  return sql`NOT ${isOneOf(calls.status, FINAL_STATUSES)} AND ${calls.endedAt} IS NULL
    AND ${CALL_TIME} > ${now - LONGEST_CALL_MS}`;
}

/** How a call turned out: the same expression for showing and for filtering. */
function outcomeAt(now: number): SQL<Outcome> {
  const reason = calls.disconnectionReason;
  return sql<Outcome>`CASE
    WHEN ${isLive(now)} THEN 'live'
    WHEN ${isOneOf(reason, reasonsFor("transferred"))} THEN 'transferred'
    WHEN ${isOneOf(reason, reasonsFor("failed"))} THEN 'failed'
    WHEN ${isOneOf(reason, reasonsFor("missed"))} THEN 'missed'
    WHEN ${isOneOf(reason, reasonsFor("answered"))} THEN 'answered'
    WHEN ${calls.status} = 'error' THEN 'failed'
    WHEN ${calls.status} = 'not_connected' THEN 'missed'
    ELSE 'answered' END`;
}
