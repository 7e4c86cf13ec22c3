import Papa from "papaparse";
import { atOnce, type Steps } from "../../lib/steps.ts";
import { binaryContent } from "./binary-content.ts";
import { decodeText } from "./decode-text.ts";
import { detectDelimiter } from "./detect-delimiter.ts";
import { MAX_FILE_BYTES } from "./limits.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { splitRecords } from "./split-records.ts";
import { type Table, type TableProblem, tableSteps } from "./table.ts";

const MOST_RECORDS = 1_048_576; // a spreadsheet's own limit; beyond it even blank rows are not looked at
const MOST_CELLS = 10_000_000; // separators with nothing between them: noticed before they fill the memory

/**
 * The rows of a CSV file of any dispatch system: comma, semicolon, tab or bar between the columns, any line ending,
 * UTF-8, UTF-16 or windows-1252, a report's title lines above the header. What cannot be a list is refused with words.
 */
export function readCsv(bytes: Uint8Array): Table | Refusal {
  return atOnce(csvSteps(bytes));
}

/** The same in steps. */
export function* csvSteps(bytes: Uint8Array): Steps<Table | Refusal> {
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
  const parsed = yield* parseRecords(body, delimiter);
  if (parsed.records.length >= MOST_RECORDS) return refuse("too_many_rows");
  const table = yield* tableSteps(parsed.records, { rowsBefore });
  if (table.kind === "refused") return table;
  const broken = [...parsed.broken].map((record) => brokenQuotes(rowsBefore + record + 1));
  return { ...table, problems: [...table.problems, ...broken].sort((a, b) => a.row - b.row) };
}

type Parsed = { records: string[][]; broken: Set<number> };

const PIECE_CHARACTERS = 32_768; // a few hundred rows
const MOST_TRIES = 4; // a piece that ends within quotes is read again with the next line

/** Piece by piece, because the parser reads a text in one go. */
function* parseRecords(text: string, delimiter: string): Steps<Parsed> {
  const records: string[][] = [];
  for (let at = 0; at <= text.length && records.length < MOST_RECORDS; ) {
    const piece = parsePiece(text, at, delimiter);
    // The parser's recovery from a misplaced quote swallows the rows that follow; ours keeps them.
    if (!piece) return yield* splitRecords(text, delimiter);
    for (const record of piece.records) records.push(record);
    at = piece.end + 1;
    yield piece.records.length;
  }
  return { records: records.slice(0, MOST_RECORDS), broken: new Set() };
}

/** The records up to a line's end. Null if no line's end nearby lies outside of quotes. */
function parsePiece(text: string, at: number, delimiter: string): { records: string[][]; end: number } | null {
  let end = at + PIECE_CHARACTERS;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const newline = text.indexOf("\n", end);
    end = newline === -1 ? text.length : newline;
    const { data, errors } = Papa.parse<string[]>(text.slice(at, end), { delimiter, newline: "\n" });
    if (errors.length === 0) return { records: data.length > 0 ? data : [[""]], end };
    if (end === text.length) return null;
    end++;
  }
  return null;
}

function occurrences(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) count++;
  return count;
}

function brokenQuotes(row: number): TableProblem {
  return { row, code: "broken_quotes", message: `Row ${row} has a quotation mark out of place; check its cells.` };
}
