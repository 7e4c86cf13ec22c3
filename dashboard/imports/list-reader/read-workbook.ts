import readXlsxFile from "read-excel-file/browser";
import { type Cell, fromCells } from "../../../worker/imports/reading/from-cells.ts";
import { type Refusal, refuse } from "../../../worker/imports/reading/refusal.ts";
import type { Table } from "../../../worker/imports/reading/table.ts";
import { unpackedSize } from "./unpacked-size.ts";

const MOST_UNPACKED_BYTES = 300 * 1024 * 1024; // 200,000 rows unpack to about half of this

/** The first sheet of a workbook that holds a list; if none does, why the first sheet was refused. */
export async function readWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<Table | Refusal> {
  const size = await unpackedSize(bytes, MOST_UNPACKED_BYTES);
  if (size === null) return refuse("zip_archive");
  if (size > MOST_UNPACKED_BYTES) return refuse("file_too_large");
  const sheets = await readXlsxFile(bytes.slice().buffer).catch(() => null);
  if (!sheets) return refuse("zip_archive");
  let first: Refusal | undefined;
  for (const { data } of sheets) {
    const table = fromCells(data as Cell[][]); // without a schema a cell is text, number, boolean, date or nothing
    if (table.kind === "table") return table;
    first ??= table;
  }
  return first ?? refuse("empty_file");
}
