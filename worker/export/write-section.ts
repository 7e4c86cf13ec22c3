import { type Cell, csvLines, csvStart } from "../imports/reading/write-csv.ts";
import type { Section } from "./sections.ts";
import type { ExportRow } from "./store/export-pages.ts";
import type { Piece } from "./zip-stream.ts";

/** Writes a section's two files one after the other. Each reads the rows again, so that none have to stay in memory. */
export async function* writeSection(section: Section): AsyncGenerator<Piece> {
  yield* csvFile(section);
  yield* jsonFile(section);
}

async function* csvFile({ name, columns, pages }: Section): AsyncGenerator<Piece> {
  const file = `${name}.csv`;
  yield { file, text: csvStart(columns) };
  for await (const rows of pages()) {
    if (rows.length > 0)
      yield { file, text: `\r\n${csvLines(rows.map((row) => columns.map((column) => cell(row, column))))}` };
  }
  yield { file, end: true };
}

async function* jsonFile({ name, columns, pages }: Section): AsyncGenerator<Piece> {
  const file = `${name}.json`;
  yield { file, text: "[" };
  let separator = "\n";
  for await (const rows of pages()) {
    if (rows.length === 0) continue;
    const objects = rows.map((row) =>
      JSON.stringify(Object.fromEntries(columns.map((column) => [column, shown(row, column)]))),
    );
    yield { file, text: separator + objects.join(",\n") };
    separator = ",\n";
  }
  yield { file, text: "\n]\n" };
  yield { file, end: true };
}

/** A cell's value. Times are written in ISO format. */
function shown(row: ExportRow, column: string): unknown {
  const value = row[column];
  return column.endsWith("_at") && typeof value === "number" ? new Date(value).toISOString() : (value ?? null);
}

function cell(row: ExportRow, column: string): Cell {
  const value = shown(row, column);
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  return typeof value === "boolean" ? (value ? "yes" : "no") : JSON.stringify(value);
}
