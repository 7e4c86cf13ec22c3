import Papa from "papaparse";
import { neutraliseFormula } from "./neutralise-formula.ts";

/** A CSV file as spreadsheets everywhere open it: UTF-8 with a byte order mark, CRLF, no cell that runs as a formula. */
export function writeCsv(columns: string[], rows: (string | number | null)[][]): string {
  const cells = [columns, ...rows].map((row) => row.map((cell) => neutraliseFormula(String(cell ?? ""))));
  return `\uFEFF${Papa.unparse(cells, { newline: "\r\n" })}`;
}
