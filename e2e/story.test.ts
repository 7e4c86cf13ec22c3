import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { SUN_CITY_EXPRESS } from "../drizzle/seed/companies.ts";
import { askForCall } from "../scripts/ask-for-call.ts";
import { newVisitor, openBrowser } from "./browser.ts";
import { type Company, setUp, signUp } from "./company.ts";
import { look } from "./look.ts";

const DESERT: Company = {
  name: "Desert Sky Shuttle",
  operator: "Ana Torres",
  email: "ana@desert-sky.example",
  greeting: "Desert Sky Shuttle, good to hear you. What is your confirmation number?",
  number: "(520) 555-0142",
  officePhone: "5205550143",
  opens: "6 AM",
  closes: "10 PM",
};

const CANYON: Company = {
  name: "Canyon Limo",
  operator: "Lee Park",
  email: "lee@canyon-limo.example",
  greeting: "You have reached {{company_name}}. How can I help?",
  number: "(602) 555-0162",
  officePhone: "6025550163",
  opens: "10 PM",
  closes: "6 AM",
};

const stack = inject("stack");
let browser: Browser;
let desert: Page;
let canyon: Page;

beforeAll(async () => {
  browser = await openBrowser();
  [desert, canyon] = await Promise.all([newDevice(), newDevice()]);
});

afterAll(() => browser?.close());

test("two companies set themselves up side by side, and the next call to each greets with its own words", async () => {
  const before = await greeting(SUN_CITY_EXPRESS.phoneNumber);
  await Promise.all([signUp(desert, DESERT, stack), signUp(canyon, CANYON, stack)]);
  await Promise.all([setUp(desert, DESERT), setUp(canyon, CANYON)]);
  expect(await greeting("+15205550142")).toBe(DESERT.greeting);
  expect(await greeting("+16025550162")).toBe("You have reached Canyon Limo. How can I help?");
  expect(await greeting(SUN_CITY_EXPRESS.phoneNumber)).toBe(before);
});

test("what was saved is there after a reload, and the ring shows in the overview of the company that was called", async () => {
  await desert.reload();
  await desert.getByText("Saved").first().waitFor();
  expect(await desert.getByLabel("Company name").inputValue()).toBe(DESERT.name);
  expect(await desert.getByLabel("Office phone").inputValue()).toBe("(520) 555-0143");
  expect(await canyon.getByLabel("Opens").inputValue()).toBe("22");
  await greeting("+15205550142", "+16025550119");
  await desert.getByRole("link", { name: "Overview", exact: true }).click();
  await desert.getByText("(602) 555-0119").waitFor();
  await desert.getByText(/^Reached by a call on /).waitFor();
  await canyon.getByRole("link", { name: "Overview", exact: true }).click();
  await canyon.getByRole("heading", { name: CANYON.name }).waitFor();
  expect(await canyon.getByText("(602) 555-0119").count()).toBe(0);
});

test("a number of another company cannot be added", async () => {
  await canyon.getByRole("link", { name: "Phone Numbers" }).click();
  await canyon.getByRole("link", { name: "Add a number" }).click();
  await canyon.getByLabel("Phone number", { exact: true }).fill(DESERT.number);
  await canyon.getByRole("button", { name: "Add the number" }).click();
  await canyon.locator("#phone_number-error").waitFor();
  await canyon.goto(`${stack.url}/numbers`);
  await canyon.getByRole("link", { name: CANYON.number }).waitFor();
  expect(await canyon.getByRole("link", { name: DESERT.number }).count()).toBe(0);
});

test("a second tab does not silently overwrite the first", async () => {
  const second = await desert.context().newPage();
  await Promise.all([desert, second].map((tab) => tab.goto(`${stack.url}/settings`)));
  await desert.getByLabel("Operator name").fill("Ana");
  await second.getByLabel("Operator name").fill("Bo");
  await desert.getByRole("button", { name: "Save", exact: true }).click();
  await desert.getByText("Saved. The next call uses it.").waitFor();
  await second.getByRole("button", { name: "Save", exact: true }).click();
  await second.getByRole("dialog", { name: "Somebody else saved these settings" }).waitFor();
  await second.getByRole("button", { name: "Reload theirs" }).click();
  expect(await second.getByLabel("Operator name").inputValue()).toBe("Ana");
  await second.close();
});

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
  const visitor = await newDevice();
  await visitor.goto(stack.url + path);
  await visitor.getByRole("heading", { level: 1 }).waitFor();
  expect(await look(visitor, name)).toEqual([]);
  await visitor.context().close();
});

test.each([
  ["overview", "/", "Last call"],
  ["settings", "/settings", "The next seven days"],
])("the %s of a signed-in operator is readable for everybody, day and night", async (name, path, content) => {
  await desert.goto(stack.url + path);
  await desert.getByText(content, { exact: true }).waitFor();
  expect(await look(desert, name)).toEqual([]);
});

async function newDevice(): Promise<Page> {
  const context = await newVisitor(browser);
  return context.newPage();
}

async function greeting(to: string, from = "+16025550100"): Promise<string> {
  const call = { to, from, say: ["Never mind, goodbye."] };
  const { report } = await askForCall(call, stack.emulatorUrl, stack.url);
  return report.greeting;
}
