import { sql } from "drizzle-orm";
import { importErrors } from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";
import { statement } from "../../db/statement.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import { type Kind, READ_PERCENT } from "../version.ts";
import { VERSIONS } from "./version-tables.ts";
import { progressTo } from "./waiting-imports.ts";

const TOGETHER = 4; // statements of up to half a megabyte in one round trip

/**
 * Writes rows of a version that callers cannot see yet, one statement per page (row-pages.ts). Writing a page again
 * changes nothing, so a request that died may be repeated.
 */
export async function insertRows(
  scope: UserScope,
  db: Database,
  { id, kind, pages }: { id: string; kind: Kind; pages: string[] },
): Promise<void> {
  const insert = (page: string) => statement(db, rowsStatement(scope, { id, kind, page }));
  for (let from = 0; from < pages.length; from += TOGETHER) {
    const [first, ...more] = pages.slice(from, from + TOGETHER).map(insert);
    const done = READ_PERCENT + Math.floor(((100 - READ_PERCENT) * (from + 1)) / pages.length);
    if (first) await db.batch([first, ...more, progressTo(scope, db, id, done)]);
  }
}

/** Writes the rows that could not be imported: pages of `[n, row, column, reason]`. */
export async function insertErrors(scope: UserScope, db: Database, id: string, pages: string[]): Promise<void> {
  for (const page of pages) await db.run(errorsStatement(scope, id, page));
}

/** One page of rows that could not be imported. */
export function errorsStatement(scope: UserScope, id: string, page: string) {
  return sql`INSERT INTO ${importErrors} ("user_id", "import_id", "n", "row", "column_title", "reason")
    SELECT ${scope.userId}, ${id}, value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(${page})
    WHERE true ON CONFLICT DO NOTHING`;
}

function rowsStatement(scope: UserScope, { id, kind, page }: { id: string; kind: Kind; page: string }) {
  const { table, stored } = VERSIONS[kind];
  const names = sql.raw(stored.map((name) => `"${name}"`).join(", "));
  const values = sql.raw(stored.map((_, index) => `value ->> ${index + 1}`).join(", "));
  return sql`INSERT INTO ${table} ("id", "user_id", "import_id", ${names})
    SELECT ${id} || ':' || (value ->> 0), ${scope.userId}, ${id}, ${values} FROM json_each(${page})
    WHERE true ON CONFLICT DO NOTHING`;
}
