import { mkdirSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const WIDTHS = [360, 1280];
const THEMES = ["light", "dark"] as const;
const FOLDER = "screenshots";

/**
 * Looks at the open page as it is, on a phone and on a desk, by day and by night: a picture of each goes into
 * screenshots/. Returns what is wrong with it, in words: what axe finds, and a page that is wider than its screen.
 */
export async function look(page: Page, name: string): Promise<string[]> {
  mkdirSync(FOLDER, { recursive: true });
  const problems: string[] = [];
  for (const theme of THEMES) {
    for (const width of WIDTHS) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 860 });
      await page.evaluate(untilStill);
      await page.screenshot({ path: `${FOLDER}/${name}-${width}-${theme}.png`, fullPage: true });
      const where = `${name}, ${theme}, ${width} px`;
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) {
        problems.push(`${where}: scrolls sideways`);
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      problems.push(
        ...violations.map(({ id, nodes }) => `${where}: ${id} at ${nodes.map(({ target }) => target).join(", ")}`),
      );
    }
  }
  return problems;
}

/** A picture in the middle of a change of theme shows neither theme. What never ends, such as a spinner, is not waited for. */
function untilStill() {
  const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  return Promise.allSettled(ending.map(({ finished }) => finished));
}
