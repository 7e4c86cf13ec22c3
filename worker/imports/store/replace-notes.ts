import { and, eq, type SQL, sql } from "drizzle-orm";
import { importErrors, importMeta } from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import { statement } from "../../db/statement.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import type { Warning } from "../reading/notes.ts";
import { errorsStatement } from "./import-rows.ts";

/** Replaces the notes about the version's own file with those about a later file with the same rows, in one batch. */
export async function replaceNotes(
  scope: UserScope,
  db: Database,
  id: string,
  { pages, skippedCount, warnings }: { pages: string[]; skippedCount: number; warnings: Warning[] },
): Promise<void> {
  const mine: SQL | undefined = and(ownedBy(scope, importErrors.userId), eq(importErrors.importId, id));
  await db.batch([
    statement(db, sql`DELETE FROM ${importErrors} WHERE ${mine}`),
    ...pages.map((page) => statement(db, errorsStatement(scope, id, page))),
    db
      .update(importMeta)
      .set({ skippedCount, warnings })
      .where(and(ownedBy(scope, importMeta.userId), eq(importMeta.id, id))),
  ]);
}
