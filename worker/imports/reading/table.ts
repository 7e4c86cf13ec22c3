import { MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_ROWS } from "./limits.ts";
import { nameColumns } from "./name-columns.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** A file as rows of text. `rows[i]` is row `firstRow + i` of the file, counted as a spreadsheet does; blank rows stay, empty. */
export type Table = {
  kind: "table";
  columns: string[];
  rows: string[][];
  firstRow: number;
  problems: TableProblem[];
};

export type TableProblem = {
  row: number;
  code: "cells_missing" | "cells_left_over" | "broken_quotes" | "above_header";
  message: string;
};

const TITLE_ROWS = 20; // reports print a title, a period and a blank line above their header, never more than this

/** Finds the header in the records of a file, names every column once, and says what is uneven. */
export function toTable(records: string[][], { rowsBefore = 0 } = {}): Table | Refusal {
  const header = findHeader(records);
  const titles = records[header];
  if (!titles) return refuse("empty_file");
  if (titles.length > MAX_COLUMNS) return refuse("too_many_columns");
  if (filledCells(titles) < 2) return refuse("one_column");
  const rows = records.slice(header + 1);
  while (rows.length > 0 && isBlankRow(rows.at(-1))) rows.pop();
  if (rows.length === 0) return refuse("header_only");
  if (rows.length > MAX_ROWS && rows.filter((row) => !isBlankRow(row)).length > MAX_ROWS) {
    return refuse("too_many_rows");
  }
  const columns = nameColumns(titles);
  const firstRow = rowsBefore + header + 2;
  const long = findLongCell(rows);
  if (long) {
    const where = `row ${firstRow + long.row}, column “${columns[long.cell] ?? `number ${long.cell + 1}`}”`;
    return refuse("cell_too_long", where);
  }
  const above = records.slice(0, header).flatMap((record, i) => (isBlankRow(record) ? [] : [rowsBefore + i + 1]));
  return {
    kind: "table",
    columns,
    rows,
    firstRow,
    problems: [...above.map(aboveHeader), ...unevenRows(rows, columns.length, firstRow)],
  };
}

/** Whether no cell of the row holds anything. */
export function isBlankRow(row: string[] | undefined): boolean {
  return row === undefined || row.every((cell) => cell === "" || cell.trim() === "");
}

function findHeader(records: string[][]): number {
  const wide = records.slice(0, TITLE_ROWS).findIndex((record) => filledCells(record) >= 2);
  return wide === -1 ? records.findIndex((record) => !isBlankRow(record)) : wide;
}

function filledCells(record: string[]): number {
  return record.filter((cell) => cell.trim() !== "").length;
}

function findLongCell(rows: string[][]): { row: number; cell: number } | null {
  const tooLong = (text: string) => text.length > MAX_CELL_CHARACTERS;
  const row = rows.findIndex((cells) => cells.some(tooLong));
  return row === -1 ? null : { row, cell: rows[row]?.findIndex(tooLong) ?? 0 };
}

function aboveHeader(row: number): TableProblem {
  return { row, code: "above_header", message: `Row ${row} stands above the column names and is not imported.` };
}

function unevenRows(rows: string[][], width: number, firstRow: number): TableProblem[] {
  const problems: TableProblem[] = [];
  for (const [i, cells] of rows.entries()) {
    if (cells.length === width || isBlankRow(cells)) continue;
    const row = firstRow + i;
    const counts = `Row ${row} has ${cells.length} cells, the header has ${width}`;
    if (cells.length < width) {
      problems.push({ row, code: "cells_missing", message: `${counts}: the last ones are taken as empty.` });
    } else if (hasCellsLeftOver(cells, width)) {
      problems.push({
        row,
        code: "cells_left_over",
        message: `${counts}: a separator inside a text lacks its quotes.`,
      });
    }
  }
  return problems;
}

/** Whether something stands beyond the last column: then the cells before it cannot be trusted to be in their places. */
export function hasCellsLeftOver(cells: string[], width: number): boolean {
  return cells.length > width && !isBlankRow(cells.slice(width));
}
