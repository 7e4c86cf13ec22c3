import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { newVisitor, openBrowser } from "./browser.ts";
import { readyCompany } from "./company.ts";
import { look } from "./look.ts";

const stack = inject("stack");
const TOMORROW = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
const LIST = [
  "Conf#,Passenger,Phone,PU Date,PU Time,Pickup Address,Drop-off,Driver,Pax,Status",
  `7301,Ada Quill,(602) 555-0171,${TOMORROW},7:10 AM,1 Main St,Airport,Luis Ortega,2,Confirmed`,
].join("\n");

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await (await newVisitor(browser)).newPage();
  await readyCompany(page, COMPANY, stack, { after_hours_message: "We are closed now." });
  for (const [kind, csv] of Object.entries({ drivers: "name,phone\nLuis Ortega,(602) 555-0161", reservations: LIST })) {
    const sent = await page.request.post(`${stack.url}/api/imports?kind=${kind}&activate=true`, {
      data: csv,
      headers: { "content-type": "text/csv", origin: stack.url },
    });
    expect(sent.ok(), await sent.text()).toBe(true);
  }
});

afterAll(() => browser?.close());

test("an operator hears their own greeting, finds a passenger's ride by keyboard, and sees what stood behind it", async () => {
  await page.getByRole("link", { name: "Nightdesk overview" }).click();
  await page.getByRole("link", { name: "Try your agent" }).click();
  const talk = page.getByRole("log", { name: "Conversation" });
  await talk.getByText(COMPANY.greeting).waitFor();
  const behind = page.getByRole("complementary", { name: "Behind the conversation" });
  await behind.getByText("withheld", { exact: true }).waitFor();
  expect(await look(page, "try-greeting")).toEqual([]);

  await page.getByLabel("Who is calling?").selectOption({ label: "Ada Quill, (602) 555-0171" });
  await behind.getByText("(602) 555-0171").waitFor();
  await page.getByLabel("What the caller says").fill("My confirmation number is 7301.");
  await page.keyboard.press("Enter");
  await talk.getByText("Looked up a reservation").waitFor();
  await talk
    .getByText(/Ada Quill/)
    .first()
    .waitFor();
  await behind.getByText("May be offered.").waitFor();

  await page.getByRole("button", { name: "Please connect me to my driver." }).click();
  await talk.getByText("Shall I connect you?").waitFor();
  await page.getByLabel("What the caller says").fill("Yes.");
  await page.getByRole("button", { name: "Say it" }).click();
  await talk.getByText("This is a try-out: nobody was called.").waitFor();
  await talk.getByText("The agent's part of the call is over.").waitFor();
  expect(await look(page, "try-ended")).toEqual([]);

  await page.getByRole("button", { name: "Call again" }).click();
  await page.getByLabel("What the caller says").waitFor();
  expect(await talk.getByText("Looked up a reservation").count()).toBe(0);
  await page.getByRole("link", { name: "Calls", exact: true }).click();
  await page.getByText("No calls yet").waitFor();
});

const COMPANY = {
  name: "Palo Verde Rides",
  operator: "Ines Mora",
  email: "ines@palo-verde.example",
  greeting: "Palo Verde Rides, good evening.",
  number: "(520) 555-0187",
  officePhone: "5205550188",
  opens: "6 AM",
  closes: "10 PM",
};
