import { or, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";

/**
 * Whether one of the columns contains this text, ignoring case. Phone numbers are found however people write them. It does
 * not use LIKE, because D1 refuses patterns of more than 50 bytes.
 */
export function contains(search: string | undefined, words: SQLiteColumn[], numbers: SQLiteColumn[]): SQL | undefined {
  const text = search?.trim() ?? "";
  if (text === "") return undefined;
  const digits = text.replace(/\D/g, "");
  const written = /^[\d\s().+-]+$/.test(text) && digits.length > 0;
  return or(
    ...words.map((column) => sql`instr(lower(${column}), lower(${text})) > 0`),
    ...(written ? numbers.map((column) => sql`instr(${column}, ${digits}) > 0`) : []),
  );
}
