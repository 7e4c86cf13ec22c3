import { type DrizzleD1Database, drizzle } from "drizzle-orm/d1";

export type Database = DrizzleD1Database & { $client: D1Database };

const open = new WeakMap<D1Database, Database>();

/** One per binding and isolate, because creating it costs more than a query. */
export function openDatabase(d1: D1Database): Database {
  const known = open.get(d1);
  if (known) return known;
  const database = drizzle(d1);
  open.set(d1, database);
  return database;
}
