import { align, type Pair } from "./align.ts";
import { type Count, compareField } from "./compare.ts";
import { ESSENTIAL, FIELDS, type Field, NEVER_WRONG } from "./fields.ts";
import type { Layout } from "./layout.ts";
import type { Reading } from "./read-layout.ts";

export type LayoutScore = {
  name: string;
  taken: boolean;
  /** Taken, and every value by which a ride is found and told is right; or asked about, where it had to be. */
  right: boolean;
  toBeAsked: boolean;
  counts: Map<Field, Count>;
  /** Only what differs, for people. */
  differences: string[];
};

/** How well one layout was understood. A question or a refusal finds nothing, and gets nothing wrong. */
export function scoreLayout(layout: Layout, reading: Reading): LayoutScore {
  const score = { name: layout.name, taken: reading.kind === "taken", toBeAsked: layout.ask !== undefined };
  const found = reading.kind === "taken" ? reading.rows : [];
  const why = reading.kind === "stopped" ? [`not taken: ${reading.why}`] : [];
  if (layout.ask) {
    const counts = new Map([[layout.ask, { expected: 0, found: found.length, right: 0 }]]);
    const taken = found.length > 0 ? [`taken, and ${layout.ask} cannot be known`] : why;
    return { ...score, right: found.length === 0, counts, differences: taken };
  }
  const fields = FIELDS.filter((field) => !layout.unscored.includes(field));
  const pairs = align(layout.expected, found);
  const counts = new Map(fields.map((field) => [field, total(pairs.map((pair) => compared(field, pair)))]));
  const right = score.taken && ESSENTIAL.every((field) => isPerfect(counts.get(field)));
  return {
    ...score,
    right,
    counts,
    differences: [...why, ...pairs.flatMap((pair, i) => differences(fields, pair, i))],
  };
}

/** The counts of several layouts, field by field. */
export function sumByField(scores: LayoutScore[]): Map<Field, Count> {
  return new Map(FIELDS.map((field) => [field, total(scores.flatMap(({ counts }) => counts.get(field) ?? []))]));
}

export function total(counts: Iterable<Count>): Count {
  const sum = { expected: 0, found: 0, right: 0 };
  for (const { expected, found, right } of counts) {
    sum.expected += expected;
    sum.found += found;
    sum.right += right;
  }
  return sum;
}

/** Of what was found, the share that is right; 1 where nothing was found. */
export function precision({ found, right }: Count): number {
  return found === 0 ? 1 : right / found;
}

/** Of what is there, the share that was found rightly; 1 where there is nothing to find. */
export function recall({ expected, right }: Count): number {
  return expected === 0 ? 1 : right / expected;
}

/** Wrong values in fields where a wrong one harms somebody: nothing told the operator that they are in doubt. */
export function silentlyWrong(byField: Map<Field, Count>): number {
  return NEVER_WRONG.reduce((sum, field) => {
    const count = byField.get(field);
    return count ? sum + count.found - count.right : sum;
  }, 0);
}

function compared(field: Field, { expected, found }: Pair): Count {
  return compareField(field, expected, found);
}

function isPerfect(count: Count | undefined): boolean {
  return count === undefined || (count.right === count.expected && count.right === count.found);
}

function differences(fields: Field[], pair: Pair, index: number): string[] {
  const differing = fields.filter((field) => !isPerfect(compared(field, pair)));
  return differing.map((field) => {
    const wanted = JSON.stringify(pair.expected?.[field] ?? null);
    return `row ${index + 1} ${field}: expected ${wanted}, found ${JSON.stringify(pair.found?.[field] ?? null)}`;
  });
}
