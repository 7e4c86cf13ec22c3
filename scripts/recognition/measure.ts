import { type Half, readLayouts } from "./layout.ts";
import { readLayout } from "./read-layout.ts";
import { type LayoutScore, scoreLayout } from "./score.ts";

/** Every layout of a half, read and scored. */
export async function measure(half: Half): Promise<LayoutScore[]> {
  const scores: LayoutScore[] = [];
  for (const layout of readLayouts(half)) scores.push(scoreLayout(layout, await readLayout(layout)));
  return scores;
}
