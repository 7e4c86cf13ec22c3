import { cleanCell } from "./clean-cell.ts";
import type { RowError, warningList } from "./notes.ts";
import { isPlaceholder } from "./placeholder.ts";
import { shiftFinder } from "./shifted-row.ts";
import { hasCellsLeftOver, isBlankRow } from "./table.ts";

type Mapping = Partial<Record<string, number[]>>;

/** The cells of one row by field, clean. Reading a field that has no column gives nothing. */
export type RowReader = {
  row: number;
  /** Every cell of the field as it is written, in the mapping's order, including blank ones. */
  texts(field: string): string[];
  /** The filled cells of the field as one text, or null. A placeholder ("N/A") fills no cell. */
  text(field: string, separator?: string): string | null;
};

/** Walks over the rows that can be read, and notes those that cannot. */
export function* readTable(
  { columns, rows, firstRow }: { columns: string[]; rows: string[][]; firstRow: number },
  mapping: Mapping,
  notes: { errors: RowError[]; warnings: ReturnType<typeof warningList> },
): Generator<RowReader> {
  const indexesOf = new Map(Object.entries(mapping));
  const width = columns.length;
  const shifted = shiftFinder({ columns, rows });
  for (const [i, cells] of rows.entries()) {
    const row = firstRow + i;
    if (isBlankRow(cells)) continue;
    if (hasCellsLeftOver(cells, width)) {
      const reason = `The row has ${cells.length} cells where the header has ${width}: a separator inside a text lacks its quotes.`;
      notes.errors.push({ row, column: columns.at(-1) ?? "", reason });
      continue;
    }
    const shift = shifted(cells);
    if (shift !== null) {
      const reason = `“${shift.text}” cannot stand under “${shift.column}”: the cells of this row seem to be shifted, as by a comma inside a text that lacks its quotes.`;
      notes.errors.push({ row, column: shift.column, reason });
      continue;
    }
    if (cells.length < width) {
      const message = "Rows that end early: the cells that are not there are taken as empty.";
      notes.warnings.add("cells_missing", "", message, { row });
    }
    const texts = (field: string) => (indexesOf.get(field) ?? []).map((index) => cell(index));
    const cell = (index: number) => {
      const text = cleanCell(cells[index]);
      if (text.startsWith("=") || text.startsWith("@")) {
        const message = "Cells that look like a formula are taken as text and never calculated.";
        notes.warnings.add("looks_like_formula", columns[index] ?? "", message, { row });
      }
      return text;
    };
    const text = (field: string, separator = " ") => {
      const indexes = indexesOf.get(field) ?? [];
      const [only] = indexes;
      if (only === undefined) return null;
      if (indexes.length > 1) return joined(texts(field), separator) || null;
      const written = cell(only);
      return isPlaceholder(written) ? null : written;
    };
    yield { row, texts, text };
  }
}

function joined(texts: string[], separator: string): string {
  return texts.filter((text) => !isPlaceholder(text)).join(separator);
}

/** The titles of a field's columns, for an error that points at them. */
export function titlesOf(columns: string[], mapping: Mapping, field: string): string {
  return (mapping[field] ?? []).map((index) => columns[index] ?? "").join(" + ");
}
