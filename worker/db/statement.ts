import type { SQL } from "drizzle-orm";
import type { Database } from "./database.ts";

/**
 * Our own SQL as a statement of a batch. The library's `db.run` can be awaited, but within a batch it loses the statement
 * that its values belong to.
 */
export function statement(db: Database, query: SQL) {
  const raw = db.run(query);
  return Object.assign(raw, { stmt: db.$client.prepare(raw.getQuery().sql) });
}
