import { type SQL, sql } from "drizzle-orm";
import { integer, type SQLiteColumn, text } from "drizzle-orm/sqlite-core";

/** Milliseconds since 1970 in UTC, as SQLite computes it. */
export const NOW_MS = sql`(CAST(unixepoch('subsec') * 1000 AS INTEGER))`;

/** An instant: epoch milliseconds. */
export const instant = (name: string) => integer(name);

/** `created_at` and `updated_at`; a trigger in the migration updates the latter. */
export const timestamps = () => ({
  createdAt: instant("created_at").notNull().default(NOW_MS),
  updatedAt: instant("updated_at").notNull().default(NOW_MS),
});

/** The tenant: the operator's account. Every tenant table has this column and every query names it. */
export const tenant = () => text("user_id").notNull();

/**
 * Whether a column holds one of these words, in a check or in a statement. The words are written into the SQL, so they must
 * be ours: a check cannot have bound values, and D1 allows only a hundred of them. Where it is a check, a new word needs a
 * migration (CONTRIBUTING.md).
 */
export function isOneOf(column: SQLiteColumn | SQL, words: readonly string[]): SQL {
  return sql`${column} IN (${sql.raw(words.map((word) => `'${word}'`).join(", "))})`;
}
