import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { newVisitor, openBrowser } from "./browser.ts";
import { look } from "./look.ts";

const stack = inject("stack");
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

test.each([
  ["sign-in", "/sign-in"],
  ["sign-up", "/sign-up"],
  ["check-mail", "/check-mail"],
  ["verify", "/verify?confirmed=yes"],
  ["verify-without-link", "/verify"],
  ["verify-expired", "/verify?error=TOKEN_EXPIRED"],
  ["forgot", "/forgot"],
  ["reset", "/reset?token=example"],
  ["not-found", "/nowhere"],
])("the %s page is readable for everybody, day and night", async (name, path) => {
  const visitor = await (await newVisitor(browser)).newPage();
  await visitor.goto(stack.url + path);
  await visitor.getByRole("heading", { level: 1 }).waitFor();
  expect(await look(visitor, name)).toEqual([]);
  await visitor.context().close();
});
