import { and, asc, eq, isNull, lt, sql } from "drizzle-orm";
import { currentImports, importMeta, reservations, retention, tenantConfig } from "../../../drizzle/schema.ts";
import { DEFAULT_RETENTION } from "../../calls/store/retention.ts";
import type { Database } from "../database.ts";

/** Companies whose bookings are older than they allow, and who have not been told yet. */
export async function staleCompanies(db: Database, now: number, limit: number): Promise<string[]> {
  const age = sql`${now} - ${importMeta.importedAt}`;
  const rows = await db
    .select({ userId: currentImports.userId })
    .from(currentImports)
    .innerJoin(
      importMeta,
      and(eq(importMeta.userId, currentImports.userId), eq(importMeta.id, currentImports.importId)),
    )
    .innerJoin(tenantConfig, eq(tenantConfig.userId, currentImports.userId))
    .where(
      and(
        eq(currentImports.kind, "reservations"),
        isNull(currentImports.staleToldAt),
        sql`${age} >= ${tenantConfig.freshHours} * 3600000`,
      ),
    )
    .orderBy(asc(importMeta.importedAt))
    .limit(limit);
  return rows.map(({ userId }) => userId);
}

/** Companies with an upload that has made no progress since `before`. */
export async function companiesWithAbandoned(db: Database, before: number, limit: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ userId: importMeta.userId })
    .from(importMeta)
    .where(and(eq(importMeta.state, "receiving"), lt(importMeta.updatedAt, before)))
    .limit(limit);
  return rows.map(({ userId }) => userId);
}

/** Companies with bookings past their retention after the pick-up. Each version costs one index look-up. */
export async function companiesWithOutlivedBookings(db: Database, midnight: number, limit: number): Promise<string[]> {
  const before = sql`${midnight} - coalesce(${retention.reservationDays}, ${DEFAULT_RETENTION.reservationDays}) * 86400000`;
  const rows = await db
    .selectDistinct({ userId: importMeta.userId })
    .from(importMeta)
    .leftJoin(retention, eq(retention.userId, importMeta.userId))
    .where(
      and(
        eq(importMeta.kind, "reservations"),
        eq(importMeta.state, "ready"),
        sql`EXISTS (SELECT 1 FROM ${reservations} WHERE ${reservations.userId} = ${importMeta.userId}
          AND ${reservations.importId} = ${importMeta.id} AND ${reservations.pickupAt} < ${before})`,
      ),
    )
    .limit(limit);
  return rows.map(({ userId }) => userId);
}
