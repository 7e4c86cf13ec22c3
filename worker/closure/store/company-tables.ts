import { is } from "drizzle-orm";
import { getTableConfig, type SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import * as schema from "../../../drizzle/schema.ts";

export type CompanyTable = SQLiteTable & { userId: SQLiteColumn };

/** Tables that are needed until the end: sign-in uses them to say that the account is being closed. */
const LAST = new Set<SQLiteTable>([schema.session, schema.account, schema.closures]);

/**
 * Every table with a `user_id`, read from the schema so that a new one cannot be forgotten. They are grouped in the order
 * in which rows can be deleted: first tables that nothing refers to, then tables that only those refer to, and so on.
 */
export function companyTables(): CompanyTable[][] {
  const exported: unknown[] = Object.values(schema);
  const waiting = new Set(
    exported.filter((table): table is CompanyTable => is(table, SQLiteTable) && "userId" in table),
  );
  const levels: CompanyTable[][] = [];
  while (waiting.size > 0) {
    const referredTo = new Set([...waiting].flatMap(referredToBy));
    const free = [...waiting].filter((table) => !referredTo.has(table));
    if (free.length === 0) throw new Error("tables refer to each other in a circle");
    for (const table of free) waiting.delete(table);
    levels.push(free);
  }
  return levels;
}

/** The same without the tables of the account itself. */
export function recordTables(): CompanyTable[][] {
  return companyTables().map((level) => level.filter((table) => !LAST.has(table)));
}

function referredToBy(table: SQLiteTable): SQLiteTable[] {
  const foreign = getTableConfig(table).foreignKeys.map((key) => key.reference().foreignTable);
  return foreign.filter((other) => other !== table);
}
