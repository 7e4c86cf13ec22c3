import { and, asc, eq, lt, sql } from "drizzle-orm";
import { importMeta, reservations } from "../../../drizzle/schema.ts";
import { insertAudit } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import { utcDay } from "../../lib/utc-day.ts";
import type { UserScope } from "../../tenancy/scope.ts";

/**
 * Bookings of every complete version, the current one and those before it, whose pick-up was before `before` (epoch
 * milliseconds). A booking without a pick-up time is deleted together with its version.
 */
export async function expiredBookings(
  scope: UserScope,
  db: Database,
  before: number,
  limit: number,
): Promise<string[]> {
  // By version, because that is how the index is sorted.
  const rows = await db
    .select({ id: reservations.id })
    .from(importMeta)
    .innerJoin(
      reservations,
      and(
        eq(reservations.userId, importMeta.userId),
        eq(reservations.importId, importMeta.id),
        lt(reservations.pickupAt, before),
      ),
    )
    .where(and(ownedBy(scope, importMeta.userId), eq(importMeta.kind, "reservations"), eq(importMeta.state, "ready")))
    .orderBy(asc(importMeta.createdAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Deletes these bookings, with one audit row. */
export async function deleteExpiredBookings(
  scope: UserScope,
  db: Database,
  { ids, before }: { ids: string[]; before: number },
): Promise<void> {
  await db.batch([
    db
      .delete(reservations)
      .where(
        and(
          ownedBy(scope, reservations.userId),
          sql`${reservations.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
        ),
      ),
    insertAudit(scope, db, {
      actor: "retention",
      action: "retention.purged",
      detail: { what: "reservations", reservations: ids.length, before: utcDay(before) },
    }),
  ]);
}
