import { is } from "drizzle-orm";
import { getTableConfig, type SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import * as schema from "../../../drizzle/schema.ts";

export type CompanyTable = SQLiteTable & { userId: SQLiteColumn };

/** What a closure itself stands on until its last moment: sign-in needs the account to say that it is being closed. */
const LAST = new Set<SQLiteTable>([schema.session, schema.account, schema.closures]);

/**
 * Every table with a `user_id`, read from the schema so that a new one cannot be forgotten: first those that nothing
 * refers to, then those that only these refer to, and so on. In this order rows can be removed.
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

/** The same without the account's own. */
export function recordTables(): CompanyTable[][] {
  return companyTables().map((level) => level.filter((table) => !LAST.has(table)));
}

function referredToBy(table: SQLiteTable): SQLiteTable[] {
  const foreign = getTableConfig(table).foreignKeys.map((key) => key.reference().foreignTable);
  return foreign.filter((other) => other !== table);
}
