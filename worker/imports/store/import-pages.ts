import { and, eq, sql } from "drizzle-orm";
import { importMeta, importPages } from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";

/** Stores one page of an upload. A page that is sent again replaces the earlier one. `parts` are JSON. */
export async function savePage(
  scope: UserScope,
  db: Database,
  { importId, page, parts }: { importId: string; page: number; parts: string[] },
): Promise<void> {
  const row = (rows: string, part: number) => ({
    userId: scope.userId,
    importId,
    page,
    part,
    rows,
    bytes: rows.length,
  });
  await db.batch([
    db.delete(importPages).where(and(ofImport(scope, importId), eq(importPages.page, page))),
    ...parts.map((rows, part) => db.insert(importPages).values(row(rows, part))),
    // Shows that the upload goes on. One that does not is removed after a day.
    db
      .update(importMeta)
      .set({ state: "receiving" })
      .where(and(ownedBy(scope, importMeta.userId), eq(importMeta.id, importId), eq(importMeta.state, "receiving"))),
  ]);
}

/** The numbers of the pages that have arrived, in order. */
export async function receivedPages(scope: UserScope, db: Database, importId: string): Promise<number[]> {
  const rows = await db
    .selectDistinct({ page: importPages.page })
    .from(importPages)
    .where(ofImport(scope, importId))
    .orderBy(importPages.page);
  return rows.map(({ page }) => page);
}

/** How many characters have arrived. */
export async function receivedBytes(scope: UserScope, db: Database, importId: string): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`coalesce(sum(${importPages.bytes}), 0)` })
    .from(importPages)
    .where(ofImport(scope, importId));
  return row?.n ?? 0;
}

/** Every row that has arrived, in the order of the file. Read in steps, because one answer cannot hold them all. */
export async function readPages(scope: UserScope, db: Database, importId: string): Promise<string[][]> {
  const rows: string[][] = [];
  for (const page of await receivedPages(scope, db, importId)) {
    const parts = await db
      .select({ rows: importPages.rows })
      .from(importPages)
      .where(and(ofImport(scope, importId), eq(importPages.page, page)))
      .orderBy(importPages.part);
    for (const part of parts) rows.push(...(JSON.parse(part.rows) as string[][])); // written by savePage alone
  }
  return rows;
}

function ofImport(scope: UserScope, importId: string) {
  return and(ownedBy(scope, importPages.userId), eq(importPages.importId, importId));
}
