import { and, eq, exists, inArray, sql } from "drizzle-orm";
import {
  currentImports,
  drivers,
  importErrors,
  importMeta,
  importPages,
  reservations,
} from "../../../drizzle/schema.ts";
import { insertAudit, insertAuditIf } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import type { Kind, Upload } from "../version.ts";

export type NewVersion = Pick<
  typeof importMeta.$inferInsert,
  "id" | "kind" | "mode" | "source" | "fileName" | "createdBy" | "importedAt" | "upload" | "uploadHash"
> &
  Partial<Pick<typeof importMeta.$inferInsert, "state" | "task" | "progress">>;

/** Records that rows of a new version are arriving. */
export async function insertVersion(scope: UserScope, db: Database, version: NewVersion): Promise<void> {
  await db.insert(importMeta).values({ state: "receiving", ...version, userId: scope.userId });
}

/**
 * A continued upload may read its columns in another way than when it began. Rows that a completion which died has
 * already read from it are deleted.
 */
export async function changeUpload(
  scope: UserScope,
  db: Database,
  { id, kind }: { id: string; kind: Kind },
  upload: Upload,
): Promise<void> {
  const table = kind === "reservations" ? reservations : drivers;
  const arriving = db
    .select({ id: importMeta.id })
    .from(importMeta)
    .where(and(ofTenant(scope, id), eq(importMeta.state, "receiving")));
  await db.batch([
    db.delete(table).where(and(ownedBy(scope, table.userId), inArray(table.importId, arriving))),
    db.delete(importErrors).where(and(ownedBy(scope, importErrors.userId), inArray(importErrors.importId, arriving))),
    db
      .update(importMeta)
      .set({ upload })
      .where(and(ofTenant(scope, id), eq(importMeta.state, "receiving"))),
  ]);
}

type Arrived = Pick<
  typeof importMeta.$inferInsert,
  "contentHash" | "rowCount" | "skippedCount" | "warnings" | "importedAt" | "duplicateOf"
>;

/** All rows are there: the version may be looked at and made current. Writes the audit row in the same batch. */
export async function markReady(
  scope: UserScope,
  db: Database,
  id: string,
  { arrived, actor, detail }: { arrived: Arrived; actor: string; detail: Record<string, unknown> },
): Promise<void> {
  const arriving = and(ofTenant(scope, id), inArray(importMeta.state, ["receiving", "reading"]));
  const first = exists(db.select({ one: sql`1` }).from(importMeta).where(arriving)); // two runs of a job may end here
  await db.batch([
    insertAuditIf(scope, db, { actor, action: "import.received", subject: id, detail }, first),
    db
      .update(importMeta)
      .set({ ...arrived, state: "ready", upload: null, uploadHash: null })
      .where(arriving),
    db.delete(importPages).where(and(ownedBy(scope, importPages.userId), eq(importPages.importId, id))),
  ]);
}

/** For a file that was sent again unchanged: the current version's data counts as confirmed now. */
export async function confirmVersion(
  scope: UserScope,
  db: Database,
  version: { id: string; kind: Kind },
  { actor, at }: { actor: string; at: number },
): Promise<void> {
  await db.batch([
    db.update(importMeta).set({ importedAt: at }).where(ofTenant(scope, version.id)),
    db
      .update(currentImports)
      .set({ staleToldAt: null })
      .where(and(ownedBy(scope, currentImports.userId), eq(currentImports.kind, version.kind))),
    insertAudit(scope, db, {
      actor,
      action: "import.confirmed",
      subject: version.id,
      detail: { kind: version.kind },
    }),
  ]);
}

function ofTenant(scope: UserScope, id: string) {
  return and(ownedBy(scope, importMeta.userId), eq(importMeta.id, id));
}
