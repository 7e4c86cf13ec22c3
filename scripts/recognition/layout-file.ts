import writeExcelFile from "write-excel-file/node";
import type { Layout } from "./layout.ts";

/** The file that an operator would choose: its bytes as the software of the layout would write them. */
export async function layoutFile(layout: Layout): Promise<File> {
  const bytes = layout.sheets ? await workbook(layout.sheets) : encoded(layout);
  return new File([bytes], `${layout.name}.${layout.sheets ? "xlsx" : "csv"}`);
}

function encoded({ lines = [], encoding, newline }: Layout): Uint8Array<ArrayBuffer> {
  const end = newline === "crlf" ? "\r\n" : "\n";
  const text = lines.map((line) => line + end).join("");
  if (encoding === "utf-8") return new Uint8Array(Buffer.from(text));
  if (encoding === "utf-8-bom") return new Uint8Array(Buffer.from(`\uFEFF${text}`));
  if (encoding === "utf-16le") return new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));
  return new Uint8Array(Buffer.from(text, "latin1")); // the same as windows-1252 for the letters that layouts use
}

type Sheets = NonNullable<Layout["sheets"]>;

async function workbook(sheets: Sheets): Promise<Uint8Array<ArrayBuffer>> {
  const written = sheets.map(({ name, rows }) => ({ sheet: name, data: rows.map((row) => row.map(excelCell)) }));
  return new Uint8Array(await writeExcelFile(written).toBuffer());
}

function excelCell(cell: Sheets[number]["rows"][number][number]) {
  if (cell === null) return null;
  if (typeof cell !== "object") return { value: cell };
  return { value: new Date(cell.date), format: "yyyy-mm-dd hh:mm" };
}
