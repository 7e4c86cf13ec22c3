import { getTableColumns, type SQL, sql } from "drizzle-orm";
import { callEvents, calls } from "../../drizzle/schema.ts";
import type { TenantScope } from "../tenancy/scope.ts";
import type { Database } from "./database.ts";
import { tenantOf } from "./owned-by.ts";

type CallFacts = Omit<typeof calls.$inferInsert, "id" | "userId" | "createdAt" | "updatedAt">;

/**
 * The event and what it changes of the call, in one batch. Facts only ever fill in: null leaves what is known, and a
 * call that has ended does not start again. Where two events know the same fact, call_analyzed is the last word.
 */
export async function saveCallEvent(
  scope: TenantScope,
  db: Database,
  { event, payload, call }: { event: string; payload: string; call: CallFacts },
): Promise<void> {
  const owner = tenantOf(scope);
  await db.batch([
    db
      .insert(callEvents)
      .values({ id: crypto.randomUUID(), userId: owner, callId: call.callId, event, payload })
      .onConflictDoNothing(),
    db
      .insert(calls)
      .values({ ...call, id: crypto.randomUUID(), userId: owner })
      .onConflictDoUpdate({ target: [calls.userId, calls.callId], set: merged(event === "call_analyzed") }),
  ]);
}

const FACTS = [
  "agentVersion",
  "fromNumber",
  "disconnectionReason",
  "transferDestination",
  "startedAt",
  "endedAt",
  "durationMs",
  "summary",
  "sentiment",
  "successful",
  "costCents",
] as const satisfies (keyof CallFacts)[];

function merged(lastWord: boolean): Record<string, SQL> {
  const columns = getTableColumns(calls);
  const filled = FACTS.map((fact) => {
    const told = sql.raw(`excluded."${columns[fact].name}"`);
    const known = columns[fact];
    return [fact, lastWord ? sql`coalesce(${told}, ${known})` : sql`coalesce(${known}, ${told})`] as const;
  });
  const over = sql`${calls.status} IN ('ended', 'error', 'not_connected')`;
  const status = lastWord
    ? sql`excluded."status"`
    : sql`CASE WHEN ${over} THEN ${calls.status} ELSE excluded."status" END`;
  return { ...Object.fromEntries(filled), status };
}
