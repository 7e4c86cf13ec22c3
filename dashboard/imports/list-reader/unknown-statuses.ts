import { cleanCell } from "../../../worker/imports/reading/clean-cell.ts";
import type { Warning } from "../../../worker/imports/reading/notes.ts";
import type { Table } from "../../../worker/imports/reading/table.ts";
import type { Choices, UnknownStatus } from "./messages.ts";

const ROWS_NAMED = 3;

/** The statuses that were not understood and that the operator has not explained, the most frequent first. */
export function unknownStatuses(
  { columns, rows, firstRow }: Table,
  { mapping, statusWords }: Pick<Choices, "mapping" | "statusWords">,
  warnings: Warning[],
): UnknownStatus[] {
  const explained = new Set(Object.keys(statusWords));
  const words = warnings.flatMap(({ code, words: found }) => (code === "unknown_status" ? (found ?? []) : []));
  const open = new Map(words.filter((word) => !explained.has(word)).map((word) => [word, nowhere(word)]));
  const place = columns.indexOf(mapping.status?.[0] ?? "");
  const names = (mapping.customer_name ?? mapping.confirmation_number ?? []).map((title) => columns.indexOf(title));
  for (const [n, row] of rows.entries()) {
    const found = open.get(cleanCell(row[place]));
    if (!found) continue;
    found.count++;
    if (found.rows.length < ROWS_NAMED) found.rows.push(rowWords(firstRow + n, cellsOf(row, names)));
  }
  return [...open.values()].sort((a, b) => b.count - a.count);
}

function nowhere(word: string): UnknownStatus {
  return { word, count: 0, rows: [] };
}

function cellsOf(row: string[], places: number[]): string {
  return places
    .map((place) => cleanCell(row[place]))
    .filter(Boolean)
    .join(" ");
}

function rowWords(row: number, whose: string): string {
  return whose ? `row ${row} (${whose})` : `row ${row}`;
}
