import { getTableColumns, type SQL, sql } from "drizzle-orm";
import { isOneOf } from "../../../drizzle/columns.ts";
import { callEvents, calls } from "../../../drizzle/schema.ts";
import { forgetDaysOfCall } from "../../analytics/store/call-days.ts";
import type { Database } from "../../db/database.ts";
import { tenantOf } from "../../db/owned-by.ts";
import type { TenantScope } from "../../tenancy/scope.ts";
import { FINAL_STATUSES } from "../call-status.ts";

type CallFacts = Pick<typeof calls.$inferInsert, "callId" | "toNumber" | "status" | (typeof FACTS)[number]>;

/**
 * Stores an event and updates its call, in one batch. Null never overwrites a known fact, and a call that has ended does
 * not start again. If two events disagree about a fact, call_analyzed wins.
 * @returns the event's id in the inbox; null if the same event is already waiting there
 */
export async function saveCallEvent(
  scope: TenantScope,
  db: Database,
  { event, payload, payloadHash, call }: { event: string; payload: string; payloadHash: string; call: CallFacts },
): Promise<string | null> {
  const owner = tenantOf(scope);
  const [[waiting]] = await db.batch([
    db
      .insert(callEvents)
      .values({ id: crypto.randomUUID(), userId: owner, callId: call.callId, event, payload, payloadHash })
      .onConflictDoNothing()
      .returning({ id: callEvents.id }),
    forgetDaysOfCall(scope, db, call.callId),
    db
      .insert(calls)
      .values({ ...call, id: crypto.randomUUID(), userId: owner })
      .onConflictDoUpdate({ target: [calls.userId, calls.callId], set: merged(event) }),
    forgetDaysOfCall(scope, db, call.callId),
  ]);
  return waiting?.id ?? null;
}

const FACTS = [
  "agentVersion",
  "fromNumber",
  "ownNumber",
  "disconnectionReason",
  "transferDestination",
  "startedAt",
  "endedAt",
  "durationMs",
  "summary",
  "sentiment",
  "successful",
  "costCents",
  "reason",
  "language",
] as const;

function merged(event: string): Record<string, SQL> {
  const lastWord = event === "call_analyzed";
  const columns = getTableColumns(calls);
  const filled = FACTS.map((fact) => {
    const incoming = sql.raw(`excluded."${columns[fact].name}"`);
    const known = columns[fact];
    return [fact, lastWord ? sql`coalesce(${incoming}, ${known})` : sql`coalesce(${known}, ${incoming})`] as const;
  });
  return { ...Object.fromEntries(filled), status: mergedStatus(lastWord) };
}

/** The status only moves forward (registered, ongoing, ended), in whatever order the events arrive. */
function mergedStatus(lastWord: boolean): SQL {
  if (lastWord) return sql`excluded."status"`;
  return sql`CASE
    WHEN ${isOneOf(calls.status, FINAL_STATUSES)} THEN ${calls.status}
    WHEN ${isOneOf(sql`excluded."status"`, FINAL_STATUSES)} THEN excluded."status"
    WHEN ${calls.status} = 'ongoing' THEN ${calls.status}
    ELSE excluded."status" END`;
}
