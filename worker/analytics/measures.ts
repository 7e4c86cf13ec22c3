import { CALL_LANGUAGES, CALL_REASONS } from "../calls/call-reasons.ts";
import { keysOf } from "../lib/field-table.ts";
import { CATEGORY_WORDS } from "../messages/categories.ts";

/** Whole numbers that are added up, over calls and messages. */
export const SUMS = [
  "calls",
  /** Calls whose length is known, and the sum of their lengths. */
  "timed",
  "duration_ms",
  "offered",
  "tried",
  "connected",
  "found",
  "not_found",
  "asked_more",
  "locked",
  "messages",
] as const;

/** How calls and messages are split. The values of each split are fixed. */
export const SPLITS = {
  /** Hours of the company's clock: "0" to "23". */
  hours: Array.from({ length: 24 }, (_, hour) => String(hour)),
  reasons: [...keysOf(CALL_REASONS), "unknown"],
  languages: [...keysOf(CALL_LANGUAGES), "unknown"],
  categories: keysOf(CATEGORY_WORDS),
} as const;

export type Split = keyof typeof SPLITS;

/**
 * What was counted in a period: the sums and, for each split,
 * how many fell on each value. Values without any are left out.
 */
export type Figures = Record<(typeof SUMS)[number], number> & Record<Split, Record<string, number>>;

export const NO_FIGURES: Figures = {
  ...(Object.fromEntries(SUMS.map((sum) => [sum, 0])) as Record<(typeof SUMS)[number], number>), // one entry for each
  hours: {},
  reasons: {},
  languages: {},
  categories: {},
};

/** Adds up two counts. */
export function add(a: Figures, b: Figures): Figures {
  const sums = SUMS.map((sum) => [sum, a[sum] + b[sum]]);
  const splits = keysOf(SPLITS).map((split) => [split, addSplit(a[split], b[split])]);
  return Object.fromEntries([...sums, ...splits]) as Figures; // one entry for each measure
}

function addSplit(a: Record<string, number>, b: Record<string, number>): Record<string, number> {
  const both = { ...a };
  for (const [value, count] of Object.entries(b)) both[value] = (both[value] ?? 0) + count;
  return both;
}
