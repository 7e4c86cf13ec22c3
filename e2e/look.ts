import { mkdirSync } from "node:fs";
import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const WIDTHS = [360, 1280];
const THEMES = ["light", "dark"] as const;

/** Where pictures of every page that is looked at are put, if anybody wants them: `PICTURES=screenshots npm test`. */
const PICTURES = process.env.PICTURES;

/**
 * Looks at the open page as it is, on a phone and on a desk, by day and by night. Returns what is wrong with it, in
 * words: what axe finds, and a page that is wider than its screen.
 */
export async function look(page: Page, name: string): Promise<string[]> {
  const problems: string[] = [];
  for (const theme of THEMES) {
    for (const width of WIDTHS) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 860 });
      await page.evaluate(untilStill);
      if (PICTURES) await takePicture(page, `${PICTURES}/${name}-${width}-${theme}.png`);
      const where = `${name}, ${theme}, ${width} px`;
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) {
        problems.push(`${where}: scrolls sideways`);
      }
      const violations = await violationsOn(page);
      problems.push(
        ...violations.map(({ id, nodes }) => `${where}: ${id} at ${nodes.map(({ target }) => target).join(", ")}`),
      );
    }
  }
  return problems;
}

async function takePicture(page: Page, path: string): Promise<void> {
  mkdirSync(PICTURES ?? "", { recursive: true });
  await page.screenshot({ path, fullPage: true });
}

/**
 * Runs axe in the page itself. Its package for Playwright opens a further page for every run, which takes ten times as
 * long as the run. Our pages have no frames, which that package is for.
 */
async function violationsOn(page: Page): Promise<AxeResults["violations"]> {
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe.source);
  const results = await page.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
  return results.violations;
}

/**
 * In the middle of a change of theme or size a page shows neither. A change begins with a frame after what caused it, so
 * two frames are let pass first. What never ends, such as a spinner, is not waited for.
 */
async function untilStill() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const moving = () =>
    document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await frame();
  await frame();
  while (moving().length > 0) await Promise.allSettled(moving().map(({ finished }) => finished));
}
