import { MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_FILE_BYTES, MAX_ROWS } from "./limits.ts";

const thousands = (n: number) => n.toLocaleString("en-US");

const MESSAGES = {
  empty_file: "The file is empty. Export it again and check that it opens.",
  header_only: "The file has column names but no rows below them. Check the dates or filters of the export.",
  one_column:
    "The file has only one column. Export it as CSV with commas, semicolons or tabs between the columns, or as XLSX.",
  excel_workbook: "This is an Excel workbook, not a CSV file. Upload it as .xlsx in the dashboard, or save it as CSV.",
  old_excel_workbook: "This is an Excel workbook of the old .xls kind. Save it as .xlsx or CSV and upload that.",
  zip_archive: "This is a ZIP archive. Unpack it and upload the CSV or XLSX file inside.",
  pdf: "This is a PDF. Export the list as CSV or XLSX instead of printing it.",
  web_page:
    "This is a web page, not a CSV file. Often that means the export asked for a login. Export it again as CSV.",
  binary: "This is not a text file, so it cannot be a CSV export. Export the list as CSV or XLSX.",
  file_too_large: `The file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB. Export a shorter period or fewer columns.`,
  too_many_rows: `The file has more than ${thousands(MAX_ROWS)} rows. Export a shorter period.`,
  too_many_columns: `The file has more than ${thousands(MAX_COLUMNS)} columns. Export only those that are needed.`,
  cell_too_long: `A cell holds more than ${thousands(MAX_CELL_CHARACTERS)} characters. A quotation mark may be missing before it.`,
} as const;

export type RefusalCode = keyof typeof MESSAGES;

/** A file that cannot be read at all, with words for the operator. */
export type Refusal = { kind: "refused"; code: RefusalCode; message: string };

/** @param where the place in the file, when there is one: "row 17" */
export function refuse(code: RefusalCode, where = ""): Refusal {
  const message = MESSAGES[code];
  return { kind: "refused", code, message: where ? `${message} (${where})` : message };
}
