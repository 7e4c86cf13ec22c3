import { and, eq, sql } from "drizzle-orm";
import { importPages } from "../../drizzle/schema.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { Database } from "./database.ts";
import { ownedBy } from "./owned-by.ts";

/** Keeps one page of an upload; sent again, it takes the place of what was sent before. `parts` are JSON. */
export async function savePage(
  scope: UserScope,
  db: Database,
  { importId, page, parts }: { importId: string; page: number; parts: string[] },
): Promise<void> {
  await db.batch([
    db.delete(importPages).where(and(ofImport(scope, importId), eq(importPages.page, page))),
    ...parts.map((rows, part) => db.insert(importPages).values({ userId: scope.userId, importId, page, part, rows })),
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

/** How many rows of cells have arrived. */
export async function receivedRows(scope: UserScope, db: Database, importId: string): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`coalesce(sum(json_array_length(${importPages.rows})), 0)` })
    .from(importPages)
    .where(ofImport(scope, importId));
  return row?.n ?? 0;
}

/** Every row of cells that has arrived, in the order of the file. Read in steps: all at once they would not fit an answer. */
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
