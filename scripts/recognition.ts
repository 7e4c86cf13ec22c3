import { parseArgs } from "node:util";
import { GOAL, missed } from "./recognition/goal.ts";
import { HALVES, readLayouts } from "./recognition/layout.ts";
import { measure } from "./recognition/measure.ts";
import { readLayout } from "./recognition/read-layout.ts";
import { report } from "./recognition/report.ts";
import { scoreLayout, sumByField } from "./recognition/score.ts";

// `npm run recognition`: how well the lists of other software are understood, on both halves of the corpus.
//   -- --show <name>   what differs in the tuned layouts whose name contains this
//   -- --list          every tuned layout with the number of its differences
//   -- --check         fails while the held-back half is below the goal

const { values } = parseArgs({
  options: { show: { type: "string" }, list: { type: "boolean" }, check: { type: "boolean" } },
});

if (values.show !== undefined) await show(values.show);
else if (values.list) await list();
else await figures();

async function figures(): Promise<void> {
  for (const half of HALVES) {
    const scores = await measure(half);
    console.log(`${report(half, scores)}\n`);
    if (!values.check || half !== "held-back") continue;
    const misses = missed(sumByField(scores), GOAL);
    for (const miss of misses) console.error(`held-back: ${miss}`);
    if (misses.length > 0) process.exitCode = 1;
  }
}

async function list(): Promise<void> {
  for (const { name, taken, differences } of await measure("tuned")) {
    console.log(`${name.padEnd(50)} ${taken ? "" : "not taken "}${differences.length || ""}`);
  }
}

/** Of the held-back half nothing is shown: who has seen it would tune to it. */
async function show(name: string): Promise<void> {
  const layouts = readLayouts("tuned").filter((layout) => layout.name.includes(name));
  if (layouts.length === 0) throw new Error(`No tuned layout has “${name}” in its name.`);
  for (const layout of layouts) {
    const { differences } = scoreLayout(layout, await readLayout(layout));
    console.log([layout.name, layout.source, ...(layout.lines ?? []), ...differences, ""].join("\n"));
  }
}
