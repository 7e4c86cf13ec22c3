import { type Content, contentOf } from "./content.ts";
import { titleWords } from "./title-words.ts";

/** A column of a list: what its title says and, if rows are known, what its cells hold. */
export type Column = {
  index: number;
  title: string;
  said: ReadonlySet<string>;
  /** How many words of the title mean nothing to us. */
  other: number;
  content: Content | null;
};

export type Scored = { column: Column; score: number };

export function readColumns(columns: string[], rows: string[][]): Column[] {
  const contents = rows.length > 0 ? contentOf(columns, rows) : null;
  return columns.map((title, index) => ({ index, title, ...titleWords(title), content: contents?.[index] ?? null }));
}

/** Whether the title contains all of these concepts. */
export function says({ said }: Column, ...concepts: string[]): boolean {
  return concepts.every((concept) => said.has(concept));
}

/** Whether the title contains one of these concepts. */
export function saysAny({ said }: Column, ...concepts: string[]): boolean {
  return concepts.some((concept) => said.has(concept));
}

/** Whether the title contains nothing but these concepts. */
export function saysOnly({ said, other }: Column, ...concepts: string[]): boolean {
  return other === 0 && said.size > 0 && [...said].every((concept) => concepts.includes(concept));
}

/** A share of the column's cells, or the share that is assumed if only its title is known. */
export function share({ content }: Column, read: (content: Content) => number, assumed = 1): number {
  if (!content) return assumed;
  return content.filled === 0 ? assumed : read(content);
}

/** Columns with a score, the best first. Empty columns come after all filled ones. */
export function ranked(columns: Column[], score: (column: Column) => number): Scored[] {
  return columns
    .map((column) => ({ column, score: score(column) * (column.content?.filled === 0 ? 0.05 : 1) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score || (a.column.title < b.column.title ? -1 : 1));
}
