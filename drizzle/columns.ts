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

/** The values of a column that holds one of a fixed set, by what each is called. */
export function oneOf<Value extends string>(words: Record<Value, unknown>): [Value, ...Value[]] {
  return Object.keys(words) as [Value, ...Value[]]; // a fixed set has a value, and these are its keys
}

/** The check that a column holds one of the fixed set. The first migration wrote it out; a new value needs another one. */
export function isOneOf(column: SQLiteColumn, words: Record<string, unknown>): SQL {
  return sql`${column} IN (${sql.raw(
    Object.keys(words)
      .map((value) => `'${value}'`)
      .join(", "),
  )})`;
}
