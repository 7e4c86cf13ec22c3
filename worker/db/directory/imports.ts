import { and, asc, eq, isNotNull, isNull, lt, ne, sql } from "drizzle-orm";
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

/** Whose file this is. The job that reads it acts for that company. */
export async function ownerOfImport(db: Database, id: string): Promise<string | null> {
  const [version] = await db.select({ userId: importMeta.userId }).from(importMeta).where(eq(importMeta.id, id));
  return version?.userId ?? null;
}

const QUIET_MS = 120_000; // a job that lives notes its progress every few seconds

/** The ids of files that should have been read by `now`, those that have waited longest first. */
export async function dueImports(db: Database, now: number, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: importMeta.id })
    .from(importMeta)
    .where(and(isNotNull(importMeta.task), lt(importMeta.updatedAt, now - QUIET_MS)))
    .orderBy(asc(importMeta.updatedAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Companies with a file without rows to which nothing has happened since `before`. */
export async function companiesWithAbandoned(db: Database, before: number, limit: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ userId: importMeta.userId })
    .from(importMeta)
    .where(and(ne(importMeta.state, "ready"), isNull(importMeta.task), lt(importMeta.updatedAt, before)))
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
