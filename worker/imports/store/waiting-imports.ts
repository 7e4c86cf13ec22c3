import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { importMeta } from "../../../drizzle/schema.ts";
import { insertAuditIf } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import type { ImportProblem, ImportTask } from "../version.ts";

/** Hands an upload whose pages have all arrived to the queue. False if it was handed over before. */
export async function handOver(scope: UserScope, db: Database, id: string, task: ImportTask): Promise<boolean> {
  const changed = await db
    .update(importMeta)
    .set({ state: "reading", task, progress: 0 })
    .where(and(ofTenant(scope, id), eq(importMeta.state, "receiving"), isNull(importMeta.task)));
  return changed.meta.changes > 0;
}

/**
 * Settles how a file is read, at the first try: a later one then reads the same rows, whatever was changed meanwhile.
 * Returns what was settled first.
 */
export async function settleTask(
  scope: UserScope,
  db: Database,
  id: string,
  task: ImportTask,
): Promise<ImportTask | null> {
  const open = sql`json_extract(${importMeta.task}, '$.timezone') IS NULL`;
  await db
    .update(importMeta)
    .set({ task })
    .where(and(ofTenant(scope, id), isNotNull(importMeta.task), open));
  const [row] = await db.select({ task: importMeta.task }).from(importMeta).where(ofTenant(scope, id));
  return row?.task ?? null;
}

/** The statement that notes how much is done, in percent. It also shows the sweep that the job is alive. */
export function progressTo(scope: UserScope, db: Database, id: string, progress: number) {
  return db
    .update(importMeta)
    .set({ progress })
    .where(and(ofTenant(scope, id), isNotNull(importMeta.task)));
}

/** Nothing is left to do for this file. */
export async function finishTask(scope: UserScope, db: Database, id: string): Promise<void> {
  await db.update(importMeta).set({ task: null, progress: null }).where(ofTenant(scope, id));
}

/** The file brings nothing new: callers already hear `current`. */
export async function markUnchanged(scope: UserScope, db: Database, id: string, current: string): Promise<void> {
  await db
    .update(importMeta)
    .set({ state: "unchanged", duplicateOf: current, task: null, progress: null, upload: null, uploadHash: null })
    .where(and(ofTenant(scope, id), eq(importMeta.state, "reading")));
}

/** The file cannot be imported. Writes the audit row in the same batch. */
export async function refuseImport(
  scope: UserScope,
  db: Database,
  id: string,
  { problem, actor }: { problem: ImportProblem; actor: string },
): Promise<void> {
  const reading = sql`EXISTS (SELECT 1 FROM ${importMeta} WHERE ${ofTenant(scope, id)} AND ${importMeta.state} = 'reading')`;
  await db.batch([
    insertAuditIf(scope, db, { actor, action: "import.refused", subject: id, detail: { code: problem.code } }, reading),
    db
      .update(importMeta)
      .set({ state: "failed", problem, task: null, progress: null, upload: null, uploadHash: null })
      .where(and(ofTenant(scope, id), eq(importMeta.state, "reading"))),
  ]);
}

function ofTenant(scope: UserScope, id: string) {
  return and(ownedBy(scope, importMeta.userId), eq(importMeta.id, id));
}
