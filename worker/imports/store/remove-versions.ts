import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { currentImports, importErrors, importMeta, importPages } from "../../../drizzle/schema.ts";
import { type AuditEntry, insertAuditIf } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import type { Kind } from "../version.ts";
import { VERSIONS } from "./version-tables.ts";

/** Removes a version that was never current, with everything that belongs to it. Does nothing to one that was. */
export async function discardVersion(
  scope: UserScope,
  db: Database,
  { id, kind }: { id: string; kind: Kind },
  audit: { actor: string } | null,
): Promise<void> {
  const never = sql`EXISTS (SELECT 1 FROM ${importMeta} m WHERE m.user_id = ${scope.userId} AND m.id = ${id} AND m.activated_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM ${currentImports} c WHERE c.user_id = m.user_id AND c.import_id = m.id))`;
  const { table } = VERSIONS[kind];
  const entry: Omit<AuditEntry, "actor"> = { action: "import.discarded", subject: id, detail: { kind } };
  await db.batch([
    db.delete(table).where(and(ownedBy(scope, table.userId), eq(table.importId, id), never)),
    ...(audit ? [insertAuditIf(scope, db, { ...audit, ...entry }, never)] : []),
    db.delete(importErrors).where(and(ownedBy(scope, importErrors.userId), eq(importErrors.importId, id), never)),
    db.delete(importPages).where(and(ownedBy(scope, importPages.userId), eq(importPages.importId, id), never)),
    db.delete(importMeta).where(and(ownedBy(scope, importMeta.userId), eq(importMeta.id, id), never)),
  ]);
}

/**
 * The versions beyond the number that is kept: those that have waited longest to be activated, and those that were
 * current longest ago. What has no rows (an upload, a refused or unchanged file) is surplus if nothing has happened to
 * it since `arrivingSince`.
 */
export async function surplusVersions(
  scope: UserScope,
  db: Database,
  kind: Kind,
  keep: { waiting: number; past: number; arrivingSince: number },
): Promise<{ waiting: string[]; past: string[] }> {
  const mine = sql`m.user_id = ${scope.userId} AND m.kind = ${kind} AND NOT EXISTS (SELECT 1 FROM ${currentImports} c
    WHERE c.user_id = m.user_id AND c.import_id = m.id)`;
  const [abandoned, waiting, past] = await Promise.all([
    db.all<{ id: string }>(sql`SELECT m.id FROM ${importMeta} m WHERE ${mine} AND m.state <> 'ready'
      AND m.task IS NULL AND m.updated_at < ${keep.arrivingSince} LIMIT 100`),
    db.all<{ id: string }>(sql`SELECT m.id FROM ${importMeta} m WHERE ${mine} AND m.state = 'ready'
      AND m.activated_at IS NULL ORDER BY m.created_at DESC, m.id DESC LIMIT 100 OFFSET ${keep.waiting}`),
    db.all<{
      id: string;
    }>(sql`SELECT m.id FROM ${importMeta} m WHERE ${mine} AND m.activated_at IS NOT NULL AND m.pruned_at IS NULL
      ORDER BY m.activated_at DESC, m.id DESC LIMIT 100 OFFSET ${keep.past}`),
  ]);
  return { waiting: [...abandoned, ...waiting].map(({ id }) => id), past: past.map(({ id }) => id) };
}

/** Removes the rows of versions that are no longer kept; what is known about them stays in the history. */
export async function pruneVersions(
  scope: UserScope,
  db: Database,
  kind: Kind,
  { ids, at }: { ids: string[]; at: number },
): Promise<void> {
  if (ids.length === 0) return;
  const { table } = VERSIONS[kind];
  const current = db
    .select({ id: currentImports.importId })
    .from(currentImports)
    .where(ownedBy(scope, currentImports.userId));
  const pruned = db
    .select({ id: importMeta.id })
    .from(importMeta)
    .where(
      and(ownedBy(scope, importMeta.userId), inArray(importMeta.id, ids), sql`${importMeta.prunedAt} IS NOT NULL`),
    );
  await db.batch([
    db
      .update(importMeta)
      .set({ prunedAt: at })
      .where(
        and(
          ownedBy(scope, importMeta.userId),
          inArray(importMeta.id, ids),
          isNull(importMeta.prunedAt),
          sql`${importMeta.id} NOT IN ${current}`,
        ),
      ),
    db.delete(table).where(and(ownedBy(scope, table.userId), inArray(table.importId, pruned))),
    db.delete(importErrors).where(and(ownedBy(scope, importErrors.userId), inArray(importErrors.importId, pruned))),
  ]);
}
