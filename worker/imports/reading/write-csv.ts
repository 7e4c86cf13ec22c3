import Papa from "papaparse";
import { neutraliseFormula } from "./neutralise-formula.ts";

export type Cell = string | number | null;

/** A CSV file as spreadsheets everywhere open it: UTF-8 with a byte order mark, CRLF, no cell that runs as a formula. */
export function writeCsv(columns: string[], rows: Cell[][]): string {
  return csvStart(columns) + (rows.length > 0 ? `\r\n${csvLines(rows)}` : "");
}

/** The same in parts: the beginning, and each further part after a CRLF. */
export function csvStart(columns: string[]): string {
  return `\uFEFF${csvLines([columns])}`;
}

export function csvLines(rows: Cell[][]): string {
  const cells = rows.map((row) => row.map((cell) => neutraliseFormula(String(cell ?? ""))));
  return Papa.unparse(cells, { newline: "\r\n" });
}
