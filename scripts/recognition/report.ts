import type { Count } from "./compare.ts";
import { NEVER_WRONG } from "./fields.ts";
import type { Half } from "./layout.ts";
import { type LayoutScore, precision, recall, silentlyWrong, sumByField, total } from "./score.ts";

/** The figures of one half as a table. */
export function report(half: Half, scores: LayoutScore[]): string {
  const readable = scores.filter(({ toBeAsked }) => !toBeAsked);
  const toBeAsked = scores.filter((score) => score.toBeAsked);
  const count = (some: LayoutScore[], is: (score: LayoutScore) => boolean) => some.filter(is).length;
  const byField = sumByField(scores);
  const lines = [...byField].filter(([, { expected, found }]) => expected + found > 0);
  return [
    `${half}: ${scores.length} layouts`,
    `  taken without a question ${count(readable, ({ taken }) => taken)} of ${readable.length}`,
    `  wholly right in what finds and tells a ride ${count(readable, ({ right }) => right)} of ${readable.length}`,
    `  asked about, as they had to be ${count(toBeAsked, ({ right }) => right)} of ${toBeAsked.length}`,
    `  silently wrong phones, names, times and statuses ${silentlyWrong(byField)}`,
    row("field", "expected", "found", "right", "precision", "recall"),
    ...lines.map(([field, one]) => figures(`${field}${NEVER_WRONG.includes(field) ? " *" : ""}`, one)),
    figures("all", total(byField.values())),
    "  * a wrong value here is silently wrong",
  ].join("\n");
}

function figures(name: string, count: Count): string {
  const { expected, found, right } = count;
  return row(name, `${expected}`, `${found}`, `${right}`, precision(count).toFixed(3), recall(count).toFixed(3));
}

function row(name: string, ...cells: string[]): string {
  return `  ${name.padEnd(24)}${cells.map((cell) => cell.padStart(10)).join("")}`;
}
