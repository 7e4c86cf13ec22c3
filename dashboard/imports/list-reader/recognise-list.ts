import { cleanCell } from "../../../worker/imports/reading/clean-cell.ts";
import { mappingKey } from "../../../worker/imports/reading/mapping-key.ts";
import { recogniseColumns } from "../../../worker/imports/reading/recognise-columns.ts";
import { isBlankRow, type Table } from "../../../worker/imports/reading/table.ts";
import type { Kind } from "../list-replies.ts";
import type { Mapping } from "./mapping.ts";
import type { Opened } from "./messages.ts";

const LOOKED_AT = 200; // rows; a column without an example by then is as good as empty

/** Guesses the field of each column, with one of its cells as an example. */
export function recogniseList(kind: Kind, { columns, rows }: Table): Opened {
  const { mapping, certainty } = recogniseColumns(kind, columns);
  return {
    columns,
    examples: columns.map((_, index) => exampleOf(rows, index)),
    rowCount: rows.reduce((count, row) => (isBlankRow(row) ? count : count + 1), 0),
    mapping: titled(mapping, columns),
    unsure: Object.entries(certainty).flatMap(([field, how]) => (how === "likely" ? field : [])),
    mappingKey: mappingKey(columns),
  };
}

function exampleOf(rows: string[][], index: number): string {
  for (const row of rows.slice(0, LOOKED_AT)) {
    const text = cleanCell(row[index]);
    if (text) return text;
  }
  return "";
}

function titled(mapping: Record<string, number[]>, columns: string[]): Mapping {
  const entries = Object.entries(mapping);
  return Object.fromEntries(entries.map(([field, indexes]) => [field, indexes.map((index) => columns[index] ?? "")]));
}
