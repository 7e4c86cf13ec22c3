import type { Page } from "playwright-core";

/** Opens a page from the navigation as an operator does: on a phone some of them are behind "More". */
export async function openPage(page: Page, name: string): Promise<void> {
  const pages = page.getByRole("navigation", { name: "Pages", exact: true });
  const link = pages.getByRole("link", { name });
  const more = pages.getByRole("button", { name: "More" });
  await link.or(more).first().waitFor();
  if (!(await link.isVisible())) await more.click();
  await link.click();
}
