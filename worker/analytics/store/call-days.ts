import { and, between, eq, type SQL, sql } from "drizzle-orm";
import { CALL_TIME, callDays, calls, messages, tenantConfig, tenantPhoneNumbers } from "../../../drizzle/schema.ts";
import { ownNumberOfCall, wasConnected, wasTried } from "../../calls/store/call-log.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import { keysOf } from "../../lib/field-table.ts";
import type { TenantScope, UserScope } from "../../tenancy/scope.ts";
import { SPLITS, type Split, type SUMS } from "../measures.ts";
import type { Stretch } from "../stretches.ts";

const LONGEST_STRETCH_MS = 26 * 3_600_000; // a day with an extra hour, and one to spare
const LONGEST_CALL_MS = 3 * 3_600_000; // Retell ends a call after two hours

/** The figures of one of the company's numbers in a stretch; `figures` is JSON (`Figures`). */
export type StoredDay = Pick<typeof callDays.$inferSelect, "date" | "startsAt" | "number" | "figures">;

/** What is stored of these days ("YYYY-MM-DD", both included), the company's numbers and its zone, in one round trip. */
export async function storedDays(scope: UserScope, db: Database, from: string, to: string) {
  const [days, numbers, [config]] = await db.batch([
    db
      .select({
        date: callDays.date,
        startsAt: callDays.startsAt,
        number: callDays.number,
        timezone: callDays.timezone,
        figures: callDays.figures,
      })
      .from(callDays)
      .where(and(ownedBy(scope, callDays.userId), between(callDays.date, from, to))),
    db
      .select({
        id: tenantPhoneNumbers.id,
        phoneNumber: tenantPhoneNumbers.phoneNumber,
        label: tenantPhoneNumbers.label,
      })
      .from(tenantPhoneNumbers)
      .where(ownedBy(scope, tenantPhoneNumbers.userId)),
    db.select({ timezone: tenantConfig.timezone }).from(tenantConfig).where(ownedBy(scope, tenantConfig.userId)),
  ]);
  return { days, numbers, timezone: config?.timezone ?? null };
}

/**
 * Counts the calls and messages of these stretches, stores the figures and returns them. One statement reads and writes,
 * so that no call can come in between.
 */
export async function countDays(
  scope: UserScope,
  db: Database,
  { stretches, timezone }: { stretches: Stretch[]; timezone: string },
): Promise<StoredDay[]> {
  const spans = sql`(SELECT value ->> 'date' AS date, value ->> 'startsAt' AS starts_at, value ->> 'endsAt' AS ends_at,
    value ->> 'offsetMs' AS offset_ms FROM json_each(${JSON.stringify(stretches)}))`;
  return db.all<StoredDay>(sql`INSERT OR REPLACE INTO ${callDays} (user_id, starts_at, number, ends_at, date, timezone, figures)
      SELECT ${scope.userId}, starts_at, number, ends_at, date, ${timezone}, ${figures}
      FROM (${callsIn(scope, spans)} UNION ALL ${messagesIn(scope, spans)} UNION ALL ${nothingIn(spans)})
      GROUP BY starts_at, number
      RETURNING date, starts_at AS startsAt, number, figures`);
}

/**
 * Deletes the figures of the days on which this call and its messages fall. Put it into the batch both before and after
 * the call changes, because its time may change too.
 */
export function forgetDaysOfCall(scope: TenantScope, db: Database, callId: string) {
  const mine = and(ownedBy(scope, calls.userId), eq(calls.callId, callId));
  return forgetDays(scope, db, sql`(SELECT ${CALL_TIME} FROM ${calls} WHERE ${mine})`);
}

/** The same for a call or message of this instant (epoch milliseconds, or an expression for one). */
export function forgetDays(scope: TenantScope, db: Database, at: number | SQL) {
  const { startsAt, endsAt } = callDays;
  return db
    .delete(callDays)
    .where(
      and(
        ownedBy(scope, callDays.userId),
        sql`${startsAt} BETWEEN ${at} - ${LONGEST_STRETCH_MS} AND ${at} + ${LONGEST_CALL_MS}`,
        sql`${endsAt} > ${at}`,
      ),
    );
}

/** What each sum adds up over the rows of `callsIn`, `messagesIn` and `nothingIn`. */
const sumColumns: Record<(typeof SUMS)[number], string> = {
  calls: "is_call",
  timed: "duration_ms IS NOT NULL",
  duration_ms: "duration_ms",
  offered: "offered",
  tried: "tried",
  connected: "connected",
  found: "found",
  not_found: "not_found",
  asked_more: "asked_more",
  locked: "locked",
  messages: "is_message",
};

const splitColumns: Record<Split, string> = {
  hours: "hour",
  reasons: "reason",
  languages: "language",
  categories: "category",
};

/** The figures of a group as JSON. The words in it are ours. */
const figures = sql.raw(
  `json_object(${[
    ...keysOf(sumColumns).map((sum) => `'${sum}', coalesce(sum(${sumColumns[sum]}), 0)`),
    ...keysOf(SPLITS).map((split) => {
      const counts = SPLITS[split].map((value) => `'${value}', nullif(sum(${splitColumns[split]} = '${value}'), 0)`);
      return `'${split}', json_patch('{}', json_object(${counts.join(", ")}))`; // a patch leaves out what is null
    }),
  ].join(", ")})`,
);

function callsIn(scope: UserScope, spans: SQL): SQL {
  return sql`SELECT starts_at, ends_at, date, ${ownNumberOfCall} AS number, 1 AS is_call,
      CASE WHEN ${calls.durationMs} >= 0 THEN ${calls.durationMs} END AS duration_ms, ${calls.transferOffered} AS offered,
      ${wasTried} AS tried, ${wasConnected} AS connected,
      ${calls.lookupsFound} AS found, ${calls.lookupsNotFound} AS not_found, ${calls.lookupsAskedMore} AS asked_more,
      ${calls.lookupsLocked} AS locked, 0 AS is_message, CAST((${CALL_TIME} + offset_ms) / 3600000 % 24 AS TEXT) AS hour,
      coalesce(${calls.reason}, 'unknown') AS reason, coalesce(${calls.language}, 'unknown') AS language, NULL AS category
    FROM ${spans} JOIN ${calls} ON ${ownedBy(scope, calls.userId)} AND ${CALL_TIME} >= starts_at AND ${CALL_TIME} < ends_at`;
}

function messagesIn(scope: UserScope, spans: SQL): SQL {
  const call = sql`(SELECT ${ownNumberOfCall} FROM ${calls}
    WHERE ${ownedBy(scope, calls.userId)} AND ${calls.callId} = ${messages.callId})`;
  return sql`SELECT starts_at, ends_at, date, coalesce(${call}, '') AS number, 0, NULL, 0, 0, 0, 0, 0, 0, 0, 1, NULL, NULL, NULL,
      ${messages.category}
    FROM ${spans} JOIN ${messages} ON ${ownedBy(scope, messages.userId)} AND ${messages.createdAt} >= starts_at
      AND ${messages.createdAt} < ends_at`;
}

/** A row for each stretch, so that a day without a call also counts as counted. */
function nothingIn(spans: SQL): SQL {
  return sql`SELECT starts_at, ends_at, date, '', 0, NULL, 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, NULL, NULL FROM ${spans}`;
}
