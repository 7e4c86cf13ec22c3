import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { localSecrets } from "../scripts/start/dev-vars.ts";
import { openBrowser } from "./browser.ts";
import { printed } from "./launch/checklist.ts";
import { localGround } from "./launch/ground.ts";
import { launchCheck } from "./launch/launch-check.ts";
import { paceText } from "./launch/person.ts";
import { look } from "./look.ts";

const stack = inject("stack");
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

test("the plan's launch checklist is fulfilled, and its companies can read their pages day and night", async () => {
  const { RETELL_API_KEY: retellKey = "", SEED_OPERATOR_PASSWORD: sunCityPassword = "" } = localSecrets(".dev.vars");
  const ground = localGround({ ...stack, retellKey, sunCityPassword });
  const { outcomes, stories, page } = await launchCheck(browser, ground);
  console.log(`${printed(outcomes)}\n\n${paceText()}\n${stories}`);
  expect(Object.entries(outcomes).filter(([, { mark }]) => mark !== "passed")).toEqual([]);

  await page.goto(stack.url);
  await page.getByText("Last call", { exact: true }).waitFor();
  expect(await look(page, "overview")).toEqual([]);
  await page.getByRole("link", { name: "Agent Settings" }).click();
  await page.getByText("The next seven days", { exact: true }).waitFor();
  expect(await look(page, "settings")).toEqual([]);
});
