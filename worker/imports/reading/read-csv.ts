import Papa from "papaparse";
import { binaryContent } from "./binary-content.ts";
import { decodeText } from "./decode-text.ts";
import { detectDelimiter } from "./detect-delimiter.ts";
import { MAX_FILE_BYTES } from "./limits.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { splitRecords } from "./split-records.ts";
import { type Table, type TableProblem, toTable } from "./table.ts";

const MOST_RECORDS = 1_048_576; // a spreadsheet's own limit; beyond it even blank rows are not looked at
const MOST_CELLS = 10_000_000; // separators with nothing between them: noticed before they fill the memory

/**
 * The rows of a CSV file of any dispatch system: comma, semicolon, tab or bar between the columns, any line ending,
 * UTF-8, UTF-16 or windows-1252, a report's title lines above the header. What cannot be a list is refused with words.
 */
export function readCsv(bytes: Uint8Array): Table | Refusal {
  if (bytes.length > MAX_FILE_BYTES) return refuse("file_too_large");
  const binary = binaryContent(bytes);
  if (binary) return refuse(binary);
  const decoded = decodeText(bytes);
  const text = decoded.includes("\r") ? decoded.replace(/\r\n?/g, "\n") : decoded;
  if (text.trim() === "") return refuse("empty_file");
  const declared = /^"?sep=(.)"?\n/i.exec(text); // Excel's own first line
  const body = declared ? text.slice(declared[0].length) : text;
  const rowsBefore = declared ? 1 : 0;

  const delimiter = declared?.[1] ?? detectDelimiter(body);
  if (body.length > MOST_CELLS && occurrences(body, delimiter) > MOST_CELLS) return refuse("too_many_columns");
  const parsed = parseRecords(body, delimiter);
  if (parsed.records.length >= MOST_RECORDS) return refuse("too_many_rows");
  const table = toTable(parsed.records, { rowsBefore });
  if (table.kind === "refused") return table;
  const broken = [...parsed.broken].map((record) => brokenQuotes(rowsBefore + record + 1));
  return { ...table, problems: [...table.problems, ...broken].sort((a, b) => a.row - b.row) };
}

type Parsed = { records: string[][]; broken: Set<number> };

function parseRecords(text: string, delimiter: string): Parsed {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: "\n", preview: MOST_RECORDS });
  // The parser's recovery from a misplaced quote swallows the rows that follow; ours keeps them.
  return errors.length > 0 ? splitRecords(text, delimiter) : { records: data, broken: new Set() };
}

function occurrences(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) count++;
  return count;
}

function brokenQuotes(row: number): TableProblem {
  return { row, code: "broken_quotes", message: `Row ${row} has a quotation mark out of place; check its cells.` };
}
