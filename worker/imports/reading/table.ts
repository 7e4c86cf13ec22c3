import { eachRow, mapRows, type Steps } from "../../lib/steps.ts";
import { DAY_COLUMN, daysBetween } from "./day-lines.ts";
import { filledCells, findHeader, groupedTitles } from "./find-header.ts";
import { MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_ROWS } from "./limits.ts";
import { nameColumns } from "./name-columns.ts";
import { type Refusal, refuse } from "./refusal.ts";

/**
 * A file as rows of text. `rows[i]` is row `firstRow + i` of the
 * file, counted as a spreadsheet does. Blank rows stay, empty.
 */
export type Table = {
  kind: "table";
  columns: string[];
  rows: string[][];
  firstRow: number;
  problems: TableProblem[];
};

export type TableProblem = {
  row: number;
  code: "cells_missing" | "cells_left_over" | "broken_quotes" | "above_header" | "no_booking";
  message: string;
};

type Options = { rowsBefore?: number /** The record with the titles, where that is known. */; headerAt?: number };

/**
 * Finds the header in the records of a file, gives every column a unique name, and says what is uneven. Totals,
 * repeated headers and lines that only name a day become blank rows. If no column has the days, they become a column.
 */
export function* tableSteps(records: string[][], { rowsBefore = 0, headerAt }: Options = {}): Steps<Table | Refusal> {
  const header = headerAt ?? findHeader(records);
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
  const columns = nameColumns(groupedTitles(titles, headerAt === undefined ? records[header - 1] : undefined));
  const firstRow = rowsBefore + header + 2;
  const long = yield* findLongCell(rows);
  if (long) {
    const where = `row ${firstRow + long.row}, column “${columns[long.cell] ?? `number ${long.cell + 1}`}”`;
    return refuse("cell_too_long", where);
  }
  const above = records.slice(0, header).flatMap((record, i) => (isBlankRow(record) ? [] : [rowsBefore + i + 1]));
  const uneven = yield* unevenRows(rows, columns.length, firstRow);
  const idle = yield* idleRows(rows, titles);
  const spoken = records.slice(0, header).map((record) => record.join(" "));
  const between = headerAt === undefined ? yield* daysBetween(columns, rows, spoken) : null;
  const skipped = new Set([...idle, ...(between?.lines ?? [])]);
  const kept = yield* mapRows(rows, (row, i) => (skipped.has(i) ? [] : row));
  const problems = [...above.map(aboveHeader), ...[...skipped].map((i) => noBooking(firstRow + i)), ...uneven];
  if (kept.every(isBlankRow)) return refuse("header_only");
  if (!between) return { kind: "table", columns, rows: kept, firstRow, problems };
  const name = nameColumns([...columns, DAY_COLUMN]).at(-1) ?? DAY_COLUMN;
  const dated = yield* mapRows(kept, (row, i) =>
    isBlankRow(row) ? row : withDay(row, columns.length, between.days[i] ?? ""),
  );
  return { kind: "table", columns: [...columns, name], rows: dated, firstRow, problems };
}

/** The row with its day added. Cells beyond the last column stay beyond it. */
function withDay(row: string[], width: number, day: string): string[] {
  const padded = [...row, ...Array.from({ length: Math.max(0, width - row.length) }, () => "")];
  return [...padded.slice(0, width), day, ...padded.slice(width)];
}

const TOTAL = /^(?:(?:grand |sub ?)?totals?|summe|gesamt|sum|subtotal|count|total general|somme)\b/i;

/** Rows that repeat the header, and those that only count or add up. */
function* idleRows(rows: string[][], titles: string[]): Steps<number[]> {
  const header = titles.map((title) => title.trim().toLowerCase());
  const [start = ""] = header;
  const isIdle = (row: string[]) => {
    const [first = ""] = row;
    if (
      first.trim().toLowerCase() === start &&
      header.every((title, at) => (row[at] ?? "").trim().toLowerCase() === title)
    )
      return filledCells(row) > 0;
    const text = row.find((cell) => cell.trim() !== "")?.trim() ?? "";
    return TOTAL.test(text) && filledCells(row) <= Math.max(2, titles.length / 2);
  };
  const idle: number[] = [];
  yield* eachRow(rows, (row, i) => {
    if (isIdle(row)) idle.push(i);
  });
  return idle;
}

function noBooking(row: number): TableProblem {
  return { row, code: "no_booking", message: `Row ${row} is a total, a repeated header or the line of a day.` };
}

/** Whether no cell of the row holds anything. */
export function isBlankRow(row: string[] | undefined): boolean {
  return row === undefined || row.every((cell) => cell === "" || cell.trim() === "");
}

function* findLongCell(rows: string[][]): Steps<{ row: number; cell: number } | null> {
  const long: { row: number; cell: number }[] = [];
  yield* eachRow(rows, (cells, row) => {
    const cell = long.length > 0 ? -1 : cells.findIndex((text) => text.length > MAX_CELL_CHARACTERS);
    if (cell !== -1) long.push({ row, cell });
  });
  return long[0] ?? null;
}

function aboveHeader(row: number): TableProblem {
  return { row, code: "above_header", message: `Row ${row} stands above the column names and is not imported.` };
}

function* unevenRows(rows: string[][], width: number, firstRow: number): Steps<TableProblem[]> {
  const problems: TableProblem[] = [];
  yield* eachRow(rows, (cells, i) => {
    if (cells.length === width || isBlankRow(cells)) return;
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
  });
  return problems;
}

/** Whether there are cells beyond the last column: then the cells before them may not be in their places. */
export function hasCellsLeftOver(cells: string[], width: number): boolean {
  return cells.length > width && !isBlankRow(cells.slice(width));
}
