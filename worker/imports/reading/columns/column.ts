import { type Content, contentOf } from "./content.ts";
import { titleWords } from "./title-words.ts";

/** A column of a list: what its title speaks of and, where rows are known, what stands in it. */
export type Column = {
  index: number;
  title: string;
  said: ReadonlySet<string>;
  /** Words of the title that mean nothing to us. */
  other: number;
  content: Content | null;
};

export type Scored = { column: Column; score: number };

export function readColumns(columns: string[], rows: string[][]): Column[] {
  const contents = rows.length > 0 ? contentOf(columns, rows) : null;
  return columns.map((title, index) => ({ index, title, ...titleWords(title), content: contents?.[index] ?? null }));
}

/** Whether the title speaks of all of these. */
export function says({ said }: Column, ...concepts: string[]): boolean {
  return concepts.every((concept) => said.has(concept));
}

/** Whether the title speaks of one of these. */
export function saysAny({ said }: Column, ...concepts: string[]): boolean {
  return concepts.some((concept) => said.has(concept));
}

/** Whether the title speaks of nothing but these. */
export function saysOnly({ said, other }: Column, ...concepts: string[]): boolean {
  return other === 0 && said.size > 0 && [...said].every((concept) => concepts.includes(concept));
}

/** A share of what stands in the column, or what is assumed of a column of which only the title is known. */
export function share({ content }: Column, read: (content: Content) => number, assumed = 1): number {
  if (!content) return assumed;
  return content.filled === 0 ? assumed : read(content);
}

/** Columns with a score, the best first. An empty column comes after every filled one. */
export function ranked(columns: Column[], score: (column: Column) => number): Scored[] {
  return columns
    .map((column) => ({ column, score: score(column) * (column.content?.filled === 0 ? 0.05 : 1) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score || (a.column.title < b.column.title ? -1 : 1));
}
