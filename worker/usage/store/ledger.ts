import { and, asc, eq, sql } from "drizzle-orm";
import { calls, tenantConfig, tenantPhoneNumbers, usageEntries } from "../../../drizzle/schema.ts";
import type { Stretch } from "../../analytics/stretches.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy, tenantOf } from "../../db/owned-by.ts";
import type { TenantScope, UserScope } from "../../tenancy/scope.ts";
import type { FreeCall } from "../billed-minutes.ts";
import type { Entry } from "../settle-entries.ts";

/** Everything that decides what a call is billed, and its rows in the ledger, in one round trip. Null without the call. */
export async function callToBill(scope: TenantScope, db: Database, callId: string) {
  const [[call], numbers, [config], entries] = await db.batch([
    db
      .select({
        status: calls.status,
        disconnectionReason: calls.disconnectionReason,
        startedAt: calls.startedAt,
        endedAt: calls.endedAt,
        durationMs: calls.durationMs,
        costCents: calls.costCents,
        fromNumber: calls.fromNumber,
        ownNumber: sql<string>`coalesce(${calls.ownNumber}, ${calls.toNumber})`,
        createdAt: calls.createdAt,
      })
      .from(calls)
      .where(and(ownedBy(scope, calls.userId), eq(calls.callId, callId))),
    db
      .select({ phoneNumber: tenantPhoneNumbers.phoneNumber, verifiedAt: tenantPhoneNumbers.verifiedAt })
      .from(tenantPhoneNumbers)
      .where(ownedBy(scope, tenantPhoneNumbers.userId)),
    db
      .select({ operatorPhone: tenantConfig.operatorPhone, officePhone: tenantConfig.officePhone })
      .from(tenantConfig)
      .where(ownedBy(scope, tenantConfig.userId)),
    db
      .select({
        at: usageEntries.at,
        free: usageEntries.free,
        calls: usageEntries.calls,
        minutes: usageEntries.minutes,
        costMillicents: usageEntries.costMillicents,
      })
      .from(usageEntries)
      .where(and(ownedBy(scope, usageEntries.userId), eq(usageEntries.callId, callId)))
      .orderBy(asc(usageEntries.n)),
  ]);
  return call ? { call, numbers, config: config ?? null, entries } : null;
}

/**
 * Adds rows to a call's ledger after the `after` rows that were read, all or none.
 * @throws when somebody else has added rows meanwhile (`violatesUnique`)
 */
export async function insertEntries(
  scope: TenantScope,
  db: Database,
  { callId, after, entries, now }: { callId: string; after: number; entries: Entry[]; now: number },
): Promise<void> {
  const userId = tenantOf(scope);
  const rows = entries.map((entry, index) => ({
    ...entry,
    ...{ id: crypto.randomUUID(), userId, callId, n: after + index, recordedAt: now },
  }));
  await db.insert(usageEntries).values(rows);
}

/** What the ledger says of one day: billed calls (`free` null), or free ones by their reason. */
export type UsageOfDay = {
  date: string;
  free: FreeCall | null;
  calls: number;
  minutes: number;
  costMillicents: number;
};

/** The sums of the ledger by day and by why calls were free. */
export function usageByDay(scope: UserScope, db: Database, stretches: Stretch[]): Promise<UsageOfDay[]> {
  return db.all<UsageOfDay>(sql`SELECT date, ${usageEntries.free} AS free, sum(${usageEntries.calls}) AS calls,
      sum(${usageEntries.minutes}) AS minutes, sum(${usageEntries.costMillicents}) AS costMillicents
    FROM (SELECT value ->> 'date' AS date, value ->> 'startsAt' AS starts_at, value ->> 'endsAt' AS ends_at
      FROM json_each(${JSON.stringify(stretches)}))
    JOIN ${usageEntries} ON ${ownedBy(scope, usageEntries.userId)} AND ${usageEntries.at} >= starts_at
      AND ${usageEntries.at} < ends_at
    GROUP BY date, ${usageEntries.free}`);
}
