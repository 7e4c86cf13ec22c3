import { Temporal } from "temporal-polyfill/implementation";
import { readCsv } from "../../worker/imports/reading/read-csv.ts";

/** One row of an exported table: its cells by column, and its line in the file. */
export type OldRow = { line: number; cells: Record<string, string> };
export type OldTable = { columns: string[]; rows: OldRow[] };

/** A row, or a part of it, that was not taken over. */
export type Unread = { file: string; line: number; reason: string };

/** A table as Supabase exports it: CSV with a header. Throws if it is no CSV. */
export function readExport(file: string, bytes: Uint8Array): OldTable {
  const table = readCsv(bytes);
  if (table.kind === "refused") throw new Error(`${file}: ${table.message}`);
  const columns = table.columns.map((column) => column.trim());
  const rows = table.rows.map((row, index) => ({
    line: index + 2,
    cells: Object.fromEntries(columns.map((column, i) => [column, (row[i] ?? "").trim()])),
  }));
  return { columns, rows };
}

/** Text that is there; Postgres writes a missing value as nothing, or as NULL. */
export function given(text: string | undefined): string | null {
  return text === undefined || text === "" || text.toUpperCase() === "NULL" ? null : text;
}

const WITH_OFFSET = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|[+-]\d\d(?::?\d\d)?)$/i;

/** A `timestamptz` as epoch milliseconds; null if the text is no date with an offset. */
export function instantOf(text: string | null | undefined): number | null {
  const [, date, time, offset] = WITH_OFFSET.exec(text ?? "") ?? [];
  if (!date || !offset) return null;
  const full = /^[+-]\d\d$/.test(offset) ? `${offset}:00` : offset;
  try {
    return Temporal.Instant.from(`${date}T${time}${full}`).epochMilliseconds;
  } catch {
    return null;
  }
}
