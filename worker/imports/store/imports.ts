import { and, desc, eq, isNotNull, lt, ne, or, type SQL, sql } from "drizzle-orm";
import {
  apiKeys,
  currentImports,
  drivers,
  importErrors,
  importMeta,
  reservations,
  user,
} from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import type { Kind, Mode } from "../version.ts";
import { currentList } from "./current-list.ts";

/** A version as it is listed: with who sent it, and whether callers hear it now. */
export type Version = Awaited<ReturnType<typeof findVersion>> & object;

export async function findVersion(scope: UserScope, db: Database, id: string) {
  const [version] = await versions(scope, db, eq(importMeta.id, id)).limit(1);
  return version ?? null;
}

/** The version that callers hear now; null when there is no list. */
export async function currentVersion(scope: UserScope, db: Database, kind: Kind): Promise<Version | null> {
  const isCurrent = and(eq(importMeta.kind, kind), isNotNull(currentImports.importId));
  const [version] = await versions(scope, db, isCurrent).limit(1);
  return version ?? null;
}

/** An upload of the same file that was interrupted; null when there is none. */
export async function unfinishedUpload(
  scope: UserScope,
  db: Database,
  upload: { kind: Kind; mode: Mode; uploadHash: string },
): Promise<Version | null> {
  const same = and(
    eq(importMeta.kind, upload.kind),
    eq(importMeta.mode, upload.mode),
    eq(importMeta.uploadHash, upload.uploadHash),
    eq(importMeta.state, "receiving"),
  );
  const [version] = await versions(scope, db, same).limit(1);
  return version ?? null;
}

/** Newest first, starting after `cursor`; of one kind or of both. */
export async function versionHistory(
  scope: UserScope,
  db: Database,
  { kind, cursor, limit }: { kind: Kind | null; cursor: { at: number; id: string } | null; limit: number },
): Promise<Version[]> {
  const after = cursor
    ? or(lt(importMeta.createdAt, cursor.at), and(eq(importMeta.createdAt, cursor.at), lt(importMeta.id, cursor.id)))
    : undefined;
  return versions(scope, db, and(kind ? eq(importMeta.kind, kind) : undefined, after))
    .orderBy(desc(importMeta.createdAt), desc(importMeta.id))
    .limit(limit);
}

/** The latest other version with the same rows; null when this is the first. */
export async function sameContent(
  scope: UserScope,
  db: Database,
  { id, kind, contentHash }: { id: string; kind: Kind; contentHash: string },
): Promise<string | null> {
  const [version] = await db
    .select({ id: importMeta.id })
    .from(importMeta)
    .where(
      and(
        ownedBy(scope, importMeta.userId),
        eq(importMeta.kind, kind),
        eq(importMeta.contentHash, contentHash),
        ne(importMeta.id, id),
      ),
    )
    .orderBy(desc(importMeta.createdAt))
    .limit(1);
  return version?.id ?? null;
}

/** How many rows the current list has. */
export async function countRows(scope: UserScope, db: Database, kind: Kind): Promise<number> {
  const table = kind === "reservations" ? reservations : drivers;
  const list = currentList(scope, kind);
  return db.$count(table, and(ownedBy(scope, table.userId), sql`${table.importId} = ${list}`));
}

/** Rows that were not imported, in the order of the file. */
export function importErrorsOf(scope: UserScope, db: Database, id: string, limit: number) {
  return db
    .select({ row: importErrors.row, column: importErrors.column, reason: importErrors.reason })
    .from(importErrors)
    .where(and(ownedBy(scope, importErrors.userId), eq(importErrors.importId, id)))
    .orderBy(importErrors.n)
    .limit(limit);
}

function versions(scope: UserScope, db: Database, condition: SQL | undefined) {
  return db
    .select({
      id: importMeta.id,
      kind: importMeta.kind,
      mode: importMeta.mode,
      state: importMeta.state,
      source: importMeta.source,
      fileName: importMeta.fileName,
      rowCount: importMeta.rowCount,
      skippedCount: importMeta.skippedCount,
      contentHash: importMeta.contentHash,
      warnings: importMeta.warnings,
      diff: importMeta.diff,
      baseImportId: importMeta.baseImportId,
      previousImportId: importMeta.previousImportId,
      duplicateOf: importMeta.duplicateOf,
      upload: importMeta.upload,
      task: importMeta.task,
      progress: importMeta.progress,
      problem: importMeta.problem,
      importedAt: importMeta.importedAt,
      activatedAt: importMeta.activatedAt,
      prunedAt: importMeta.prunedAt,
      createdAt: importMeta.createdAt,
      createdBy: importMeta.createdBy,
      createdByName: sql<string | null>`coalesce(${user.name}, 'API key “' || ${apiKeys.name} || '”')`,
      current: sql<number>`${currentImports.importId} IS NOT NULL`,
    })
    .from(importMeta)
    .leftJoin(
      currentImports,
      and(eq(currentImports.userId, importMeta.userId), eq(currentImports.importId, importMeta.id)),
    )
    .leftJoin(user, eq(user.id, importMeta.createdBy))
    .leftJoin(
      apiKeys,
      and(eq(apiKeys.userId, importMeta.userId), sql`${importMeta.createdBy} = 'key:' || ${apiKeys.id}`),
    )
    .where(and(ownedBy(scope, importMeta.userId), condition))
    .$dynamic();
}
