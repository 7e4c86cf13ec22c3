import { recogniseColumns } from "../../../worker/imports/reading/recognise-columns.ts";
import type { Table } from "../../../worker/imports/reading/table.ts";
import type { Kind } from "../list-replies.ts";
import type { Mapping } from "./mapping.ts";

const LOOKED_AT = 200; // rows; the engine looks at no more

/** What a field would be read from without the competing columns: a time of day together with the column of its date. */
export function columnsOf(
  kind: Kind,
  { columns, rows }: Pick<Table, "columns" | "rows">,
  { field, title, rivals }: { field: string; title: string; rivals: string[] },
): string[] {
  const kept = [...columns.keys()].filter(
    (index) => columns[index] === title || !rivals.includes(columns[index] ?? ""),
  );
  const titles = kept.map((index) => columns[index] ?? "");
  const cells = rows.slice(0, LOOKED_AT).map((row) => kept.map((index) => row[index] ?? ""));
  const found = titled(recogniseColumns(kind, titles, cells).mapping, titles)[field] ?? [];
  return found.includes(title) ? found : [title];
}

/** Columns by their titles instead of their positions. */
export function titled(mapping: Record<string, number[]>, columns: string[]): Mapping {
  const entries = Object.entries(mapping);
  return Object.fromEntries(entries.map(([field, indexes]) => [field, indexes.map((index) => columns[index] ?? "")]));
}
