import { cleanCell } from "../../../worker/imports/reading/clean-cell.ts";
import { mappingKey } from "../../../worker/imports/reading/mapping-key.ts";
import { recogniseColumns } from "../../../worker/imports/reading/recognise-columns.ts";
import { isBlankRow, type Table } from "../../../worker/imports/reading/table.ts";
import type { Kind } from "../list-replies.ts";
import { columnsOf, titled } from "./columns-of.ts";
import type { Recognised } from "./messages.ts";

const LOOKED_AT = 200; // rows; examples from later rows would not help anybody

const SAMPLES = 3;

/** What each column seems to be, with some of its cells. */
export function recogniseList(kind: Kind, { columns, rows }: Table): Recognised {
  const { mapping, certainty, doubts, alternatives } = recogniseColumns(kind, columns, rows);
  return {
    columns,
    samples: columns.map((_, index) => samplesOf(rows, index)),
    rowCount: rows.reduce((count, row) => (isBlankRow(row) ? count : count + 1), 0),
    mapping: titled(mapping, columns),
    unsure: Object.entries(certainty).flatMap(([field, how]) => (how === "likely" ? field : [])),
    doubts: doubts.map(({ field, columns: rivals }) => ({
      field,
      options: rivals.map((title) => columnsOf(kind, { columns, rows }, { field, title, rivals })),
    })),
    alternatives,
    mappingKey: mappingKey(columns),
  };
}

function samplesOf(rows: string[][], index: number): string[] {
  const found = new Set<string>();
  for (const row of rows.slice(0, LOOKED_AT)) {
    const text = cleanCell(row[index]);
    if (text) found.add(text);
    if (found.size === SAMPLES) break;
  }
  return [...found];
}
