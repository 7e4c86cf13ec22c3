import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { askForCall } from "../scripts/ask-for-call.ts";
import { newVisitor, openBrowser } from "./browser.ts";
import { type Company, readyCompany } from "./company.ts";
import { look } from "./look.ts";

const HARBOR: Company = {
  name: "Harbor Shuttle",
  operator: "Ines Moreau",
  email: "ines@harbor-shuttle.example",
  greeting: "Harbor Shuttle, hello.",
  number: "(520) 555-0186",
  officePhone: "(520) 555-0187",
  opens: "6 AM",
  closes: "6 AM", // around the clock, so that the office rings first at whatever time this runs
};

const stack = inject("stack");
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await (await newVisitor(browser)).newPage();
  await readyCompany(page, HARBOR, stack);
  await askForCall({ to: "+15205550186", from: "+16025550124" }, stack.emulatorUrl, stack.url); // makes the number live
});

afterAll(() => browser?.close());

const picture = async (name: string) => {
  expect(await look(page, name)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 860 });
};

test("the operator hands every call to the agent by hand, sees it in the seven days, and goes back to the schedule", async () => {
  await page.getByRole("link", { name: "Overview", exact: true }).click();
  await page.getByText("Your schedule counts now.").waitFor();
  await page.getByRole("button", { name: "The agent answers everything until…" }).click();
  await page.getByRole("radio", { name: "midnight tonight" }).check();
  await picture("switch-dialog");
  await page.getByRole("button", { name: "Switch to the agent" }).click();
  await page.getByText("Your agent answers every call until midnight tonight.").waitFor();
  await page.getByRole("link", { name: "Agent Settings" }).click();
  await page.getByText("Switched by hand", { exact: true }).waitFor();
  await page.getByRole("link", { name: "Overview", exact: true }).click();
  await picture("switched");
  await page.getByRole("button", { name: "Back to schedule" }).click();
  await page.getByText("Your schedule counts now.").waitFor();
});

test("a date that is over is refused at its field", async () => {
  await page.getByRole("button", { name: "The office is closed today" }).click();
  await page.getByRole("radio", { name: "another date or time" }).check();
  await page.getByLabel("Date and time").fill("2020-01-01T10:00");
  await page.getByRole("button", { name: "Close the office" }).click();
  await page.getByText("This moment is over already. Choose a later one.").waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
});

test("the operator forwards an existing line with the codes of their phone company", async () => {
  await page.getByRole("link", { name: "Phone Numbers" }).click();
  await page.getByRole("link", { name: HARBOR.number }).click();
  await page.getByRole("link", { name: "See the steps" }).click();
  await page.getByRole("radio", { name: "Forward our line" }).check();
  await page.getByLabel("The number your callers dial").fill(HARBOR.officePhone);
  await page.getByRole("button", { name: "Save the way" }).click();
  await page.getByLabel("Whose line is it?").selectOption("T-Mobile");
  await page.getByText("**61*15205550186#").waitFor();
  const dial = page.getByRole("link", { name: "Dial No answer: on", includeHidden: true });
  expect(await dial.getAttribute("href")).toBe("tel:**61*15205550186%23");
  await page.getByRole("img", { name: /^The path of a call\. Your office rings first/ }).waitFor();
  await picture("forwarding");
});

test("the operator lets Twilio ask, and gives it their account and a new address", async () => {
  await page.getByRole("radio", { name: "Twilio asks us for each call" }).check();
  await page.getByRole("button", { name: "Save the way" }).click();
  await page.getByText("Your office phone is this very number").waitFor();
  await page.getByLabel("The number your callers dial").fill("(520) 555-0188");
  await page.getByRole("button", { name: "Save the way" }).click();
  await page.getByLabel("Account SID").fill(`AC${"0".repeat(32)}`);
  await page.getByLabel("Auth token").fill("canary-of-twilio");
  await page.getByRole("button", { name: "Save the Twilio account" }).click();
  await page.getByText("Your Twilio account is saved.").waitFor();
  expect(await page.getByLabel("Auth token").inputValue()).toBe("");
  const address = page.getByText(/\/telephony\/twilio\/[\w-]+\/voice#/);
  const before = await address.textContent();
  await picture("twilio");
  await page.getByRole("button", { name: "Make a new address" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Make a new address" }).click();
  await expect.poll(() => address.textContent()).not.toBe(before);
});

test("the operator has their number set up at Twilio, taken off its trunk only after a yes, and undoes it", async () => {
  const account = `${stack.emulatorUrl}/emulator/twilio/accounts/AC${"0".repeat(32)}`;
  const numbers = [{ phone_number: "+15205550188", trunk_sid: "TK42", voice_url: "https://before.example/voice" }];
  const key = { api_key_sid: `SK${"1".repeat(32)}`, api_key_secret: "canary-of-the-key" };
  await fetch(account, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...key, numbers }),
  });
  const before = await (await fetch(account)).json();
  await page.getByText("Enter the SID and the secret of a Twilio API key first.").waitFor();
  await page.getByLabel("API key SID").fill(key.api_key_sid);
  await page.getByLabel("API key secret").fill(key.api_key_secret);
  await page.getByRole("button", { name: "Save the Twilio account" }).click();
  await page.getByRole("button", { name: "Look at my number first" }).click();
  await page.getByText("TK42").waitFor();
  await picture("setup-before");
  await page.getByRole("checkbox", { name: /^Take the number off its SIP trunk/ }).check();
  await page.getByRole("button", { name: "Set it up", exact: true }).click();
  await page.getByText("Twilio asks us for each call. While we do not answer").waitFor();
  expect(await (await fetch(account)).json()).toMatchObject({
    numbers: [{ trunk_sid: null, voice_url: expect.stringContaining("/telephony/twilio/") }],
    flows: [{ status: "published" }],
  });
  await picture("setup-done");
  await page.getByRole("button", { name: "Undo it" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Undo it" }).click();
  await page.getByRole("button", { name: "Look at my number first" }).waitFor();
  expect(await (await fetch(account)).json()).toEqual(before);
});

test("the operator downloads their Studio flow", async () => {
  await page.getByRole("radio", { name: "A Twilio Studio flow" }).check();
  await page.getByRole("button", { name: "Save the way" }).click();
  await page.getByRole("button", { name: "Look at my number first" }).waitFor();
  await picture("studio");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download the flow" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("nightdesk-studio-flow.json");
  const flow = JSON.parse(await readFile(await download.path(), "utf8"));
  expect(JSON.stringify(flow)).toContain("+15205550186");
});

test("the operator sees the steps of the other ways", async () => {
  await page.getByRole("radio", { name: "Telnyx asks us for each call" }).check();
  await page.getByRole("button", { name: "Save the way" }).click();
  await page.getByRole("heading", { name: "Your Telnyx account" }).waitFor();
  await picture("telnyx");
  await page.getByRole("radio", { name: "Our own SIP trunk" }).check();
  await page.getByRole("button", { name: "Save the way" }).click();
  await page.getByText("Point your trunk's number at the agent").waitFor();
  await picture("trunk");
});

test("the operator gets a number from us, ready at once, and is shown how to forward their line to it", async () => {
  await page.goto(`${stack.url}/numbers/new`);
  await page.getByRole("heading", { name: "Keep your number, forward it to this one" }).waitFor();
  await picture("number-from-us");
  await page.getByLabel("Area code").fill("599");
  await page.getByRole("button", { name: "Get a number" }).click();
  await page.getByText("There is no free number with this area code at the moment.").waitFor();
  await page.getByLabel("Area code").fill("928");
  await page.getByRole("button", { name: "Get a number" }).click();
  await page.getByRole("heading", { name: "How calls reach your agent" }).waitFor();
  await page.getByRole("link", { name: /^\(928\) 555-01\d\d$/ }).waitFor();
});
