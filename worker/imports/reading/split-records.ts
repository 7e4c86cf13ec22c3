import { eachRow, type Steps } from "../../lib/steps.ts";

/**
 * The records of a text with misplaced quotation marks, read so that one bad cell stays one bad cell: a quote that is
 * not closed properly is taken as a character, and its record is named. Expects "\n" line ends.
 */
export function* splitRecords(text: string, delimiter: string): Steps<{ records: string[][]; broken: Set<number> }> {
  const records: string[][] = [];
  const broken = new Set<number>();
  yield* eachRow(
    eachRecord(text, delimiter, () => broken.add(records.length)),
    (record) => records.push(record),
  );
  return { records, broken };
}

function* eachRecord(text: string, delimiter: string, onBroken: () => void): Generator<string[]> {
  let record: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at, delimiter) : null;
    if (text[at] === '"' && !quoted) onBroken();
    const end = quoted?.end ?? endOfCell(text, at, delimiter);
    record.push(quoted?.cell ?? text.slice(at, end));
    if (text[end] !== delimiter) {
      yield record;
      record = [];
    }
    at = end + 1;
  }
}

const FARTHEST_CLOSE = 10_000; // more than any cell may hold, quotes doubled: beyond it the quote was no opening one

/** The cell that opens at `start`, if its closing quote stands before a separator, a line end or the end. */
function quotedCell(text: string, start: number, delimiter: string): { cell: string; end: number } | null {
  let at = start + 1;
  while (at - start < FARTHEST_CLOSE) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return null;
    const next = text[quote + 1];
    if (next !== '"') {
      const closes = next === undefined || next === delimiter || next === "\n";
      return closes ? { cell: text.slice(start + 1, quote).replaceAll('""', '"'), end: quote + 1 } : null;
    }
    at = quote + 2;
  }
  return null;
}

function endOfCell(text: string, start: number, delimiter: string): number {
  for (let at = start; at < text.length; at++) if (text[at] === delimiter || text[at] === "\n") return at;
  return text.length;
}
