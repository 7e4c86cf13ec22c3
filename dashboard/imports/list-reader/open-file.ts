import { binaryContent } from "../../../worker/imports/reading/binary-content.ts";
import { MAX_FILE_BYTES } from "../../../worker/imports/reading/limits.ts";
import { readCsv } from "../../../worker/imports/reading/read-csv.ts";
import { refuse } from "../../../worker/imports/reading/refusal.ts";
import type { Table } from "../../../worker/imports/reading/table.ts";
import { sha256 } from "../../../worker/lib/sha256.ts";
import { ListRefused } from "./refused.ts";

/**
 * Reads the table in a CSV or XLSX file, recognized by its content rather than its name, and hashes its bytes.
 * @param onProgress gets the completed share, 0 to 1
 * @param sheet of a workbook, where it was chosen
 * @throws ListRefused
 */
export async function openFile(
  file: File,
  onProgress: (share: number) => void,
  sheet?: string,
): Promise<{ table: Table; contentHash: string; sheets: string[]; sheet: string | null }> {
  if (file.size > MAX_FILE_BYTES) throw new ListRefused(refuse("file_too_large"));
  const bytes = await bytesOf(file, (share) => onProgress(share * 0.4));
  const contentHash = await sha256(bytes);
  onProgress(0.5);
  const workbook = binaryContent(bytes) === "excel_workbook";
  const read = workbook ? await (await import("./read-workbook.ts")).readWorkbook(bytes, sheet) : readCsv(bytes);
  if (read.kind === "refused") throw new ListRefused(read);
  onProgress(1);
  if (read.kind === "table") return { table: read, contentHash, sheets: [], sheet: null };
  return { table: read.table, contentHash, sheets: read.sheets, sheet: read.sheet };
}

async function bytesOf(file: File, onProgress: (share: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.size);
  let at = 0;
  const reader = file.stream().getReader();
  for (;;) {
    const { value } = await reader.read();
    if (!value) return bytes.subarray(0, at);
    bytes.set(value, at);
    at += value.length;
    onProgress(at / file.size);
  }
}
