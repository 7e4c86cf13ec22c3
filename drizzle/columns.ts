import { sql } from "drizzle-orm";
import { integer, text } from "drizzle-orm/sqlite-core";

/** Milliseconds since 1970 in UTC, as SQLite computes it. */
export const NOW_MS = sql`(CAST(unixepoch('subsec') * 1000 AS INTEGER))`;

/** An instant: epoch milliseconds. */
export const instant = (name: string) => integer(name);

/** `created_at` and `updated_at`; a trigger of the migration keeps the latter. */
export const timestamps = () => ({
  createdAt: instant("created_at").notNull().default(NOW_MS),
  updatedAt: instant("updated_at").notNull().default(NOW_MS),
});

/** The tenant: the operator's account. Every tenant table carries it and every query names it. */
export const tenant = () => text("user_id").notNull();
