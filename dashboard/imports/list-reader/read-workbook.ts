import readXlsxFile from "read-excel-file/browser";
import { type Cell, fromCells } from "../../../worker/imports/reading/from-cells.ts";
import { recogniseColumns } from "../../../worker/imports/reading/recognise-columns.ts";
import { type Refusal, refuse } from "../../../worker/imports/reading/refusal.ts";
import type { Table } from "../../../worker/imports/reading/table.ts";
import { KINDS } from "../../../worker/imports/version.ts";
import { unpackedSize } from "./unpacked-size.ts";

const MOST_UNPACKED_BYTES = 300 * 1024 * 1024; // 200,000 rows unpack to about half of this

/** A sheet of a workbook that holds a list, and the names of all that do. */
export type Workbook = { kind: "workbook"; table: Table; sheet: string; sheets: string[] };

/**
 * The chosen sheet of a workbook, otherwise the one in which most columns are recognised, because covers and summaries
 * often come before the list. If no sheet holds a list, the reason why the first one does not.
 */
export async function readWorkbook(bytes: Uint8Array<ArrayBuffer>, chosen?: string): Promise<Workbook | Refusal> {
  const size = await unpackedSize(bytes, MOST_UNPACKED_BYTES);
  if (size === null) return refuse("zip_archive");
  if (size > MOST_UNPACKED_BYTES) return refuse("file_too_large");
  const sheets = await readXlsxFile(bytes.slice().buffer).catch(() => null);
  if (!sheets) return refuse("zip_archive");
  const lists: { sheet: string; table: Table }[] = [];
  let refusal: Refusal | undefined;
  for (const { sheet, data } of sheets) {
    const table = fromCells(data as Cell[][]); // without a schema a cell is text, number, boolean, date or nothing
    if (table.kind === "table") lists.push({ sheet, table });
    else refusal ??= table;
  }
  const [first] = lists;
  if (!first) return refusal ?? refuse("empty_file");
  const named = lists.find(({ sheet }) => sheet === chosen);
  const best = named ?? lists.reduce((one, other) => (understood(other.table) > understood(one.table) ? other : one));
  return { kind: "workbook", ...best, sheets: lists.map(({ sheet }) => sheet) };
}

function understood({ columns, rows }: Table): number {
  const fields = KINDS.map((kind) => recogniseColumns(kind, columns, rows).mapping);
  return Math.max(...fields.map((mapping) => Object.keys(mapping).length));
}
