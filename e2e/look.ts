import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";

/** The folder for a picture of every page that is looked at. Without it none is taken. */
const PICTURES = process.env.PICTURES;

const WIDTHS = PICTURES ? [360, 1024, 1280] : [360, 1280];
const THEMES = ["light", "dark"] as const;

/**
 * Checks the open page as it is, in the size of a phone and of a desktop, in the light and the dark theme. Returns the
 * problems in words: what axe finds, and a page that is wider than its screen.
 */
export async function look(page: Page, name: string): Promise<string[]> {
  const problems: string[] = [];
  for (const theme of THEMES) {
    for (const width of WIDTHS) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 860 });
      await page.evaluate(untilStill);
      if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}-${width}-${theme}.png`, fullPage: true });
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

/**
 * Runs axe in the page itself. The Playwright package of axe opens a second page for each run, to combine the results
 * of frames. That takes ten times as long as the run, and our pages have no frames.
 */
async function violationsOn(page: Page): Promise<AxeResults["violations"]> {
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe.source);
  const results = await page.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
  return results.violations;
}

/**
 * Waits until the page shows one theme and one size. A transition starts with the frame after the change that caused
 * it, so two frames go by first. An animation that never ends, such as a spinner's, is not waited for.
 */
async function untilStill() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const moving = () =>
    document
      .getAnimations()
      .filter(({ playState, effect }) => playState === "running" && effect?.getComputedTiming().endTime !== Infinity);
  await frame();
  await frame();
  while (moving().length > 0) await Promise.allSettled(moving().map(({ finished }) => finished));
}
