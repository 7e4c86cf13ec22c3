import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { localSecrets } from "../scripts/start/dev-vars.ts";
import { newVisitor, openBrowser } from "./browser.ts";
import { addNumber, type Company, newCompany } from "./company.ts";
import { look } from "./look.ts";

const SECRETS = ["canary-of-the-first-trunk", "canary-of-the-second-trunk"];
const [FIRST_SECRET = "", SECOND_SECRET = ""] = SECRETS;
const TWO_MINUTES_MS = 120_000;

const stack = inject("stack");
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await emulator("DELETE", "/emulator/faults");
  await browser?.close();
});

describe.each([
  { width: 1280, line: "014" },
  { width: 360, line: "015" },
])("an operator on a screen of $width px", ({ width, line }) => {
  const onDesk = test.runIf(width === 1280); // tests of what is the same on every screen
  const [main, airport, third] = [`(928) 555-${line}1`, `(928) 555-${line}2`, `(928) 555-${line}3`] as const;
  const heard: string[] = []; // everything that the server ever answered
  let page: Page;

  const picture = async (name: string) => {
    if (width !== 1280) return;
    expect(await look(page, name)).toEqual([]);
    await page.setViewportSize({ width, height: 860 });
  };

  beforeAll(async () => {
    page = await newDevice();
    await newCompany(page, companyOf(width), stack);
    await page.getByLabel("Company name").fill(companyOf(width).name);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Saved. The next call uses it.").waitFor();
    await page.clock.install();
    await page.setViewportSize({ width, height: 860 });
    page.on("response", async (response) => heard.push(await response.text().catch(() => "")));
  });

  test("sees in one picture how calls get to the agent", async () => {
    await page.goto(`${stack.url}/numbers`);
    await page.getByRole("heading", { name: "How calls get to your agent" }).waitFor();
    await picture("numbers-empty");
  });

  test("adds a number with its provider's own steps, and is told at the field what is wrong", async () => {
    await page.getByRole("link", { name: "Add your number" }).click();
    await page.getByLabel("Phone number", { exact: true }).pressSequentially("+442079460123");
    await page.getByText("This is +442079460123, United Kingdom.").waitFor();
    for (const [provider, step] of [
      ["Twilio", "Open Origination and add this address."],
      ["Vonage", "choose “Something else” as the provider"],
      ["Another provider", "Ask your provider whether it offers SIP trunks."],
      ["Telnyx", "choose SRV as its DNS record type"],
    ] as const) {
      await page.getByRole("radio", { name: provider }).check();
      await page.getByText(step).waitFor();
    }
    await page.getByRole("button", { name: "Copy address" }).click();
    await picture("numbers-add");
    await page.getByLabel("Trunk address").fill("not an address");
    await page.getByLabel("Trunk user name").fill("desk");
    await page.getByLabel("Trunk password").fill(FIRST_SECRET);
    await page.getByLabel("Label").fill("Main line");
    await page.getByLabel("Phone number", { exact: true }).fill(main);
    await page.getByRole("button", { name: "Add the number" }).click();
    await page.locator("#sip_trunk_uri-error").waitFor();
    await page.getByLabel("Trunk address").fill("sip.telnyx.com");
    await addNumber(page, main);
    await page.getByRole("status").getByText(`${main} has been added.`).waitFor();
    await page.getByText("Not connected yet").waitFor();
    await picture("number-not-connected");
  });

  test("connects it although the phone service fails at first, and is told meanwhile", async () => {
    await fail({ where: "rest", match: "/import-phone-number", kind: "error_after", times: 1 });
    await page.getByRole("button", { name: "Connect" }).click();
    await page.getByText("Connecting your number…").waitFor();
    await page.getByText("This is taking longer than usual").waitFor();
    await picture("number-connecting");
    await page.getByRole("heading", { name: "Connected" }).waitFor();
    expect(await atRetell(main)).toMatchObject({ nickname: `${companyOf(width).name} (Main line)` });
  });

  test("reads after two minutes without a call what the cause may be, and the next test turns green", async () => {
    await page.getByText("Call your number now").waitFor();
    await picture("number-test-waiting");
    await page.clock.fastForward(TWO_MINUTES_MS);
    await page.getByRole("status").getByText("No call has arrived in two minutes").waitFor();
    await page.getByText("The number format is not +E.164.").waitFor();
    await picture("number-test-late");
    await page.getByRole("button", { name: "Start again" }).click();
    await page.getByText("Call your number now").waitFor();
    const diversion = "<sip:+15205550100@carrier.example>;reason=no-answer";
    await emulator("POST", "/emulator/calls", {
      to: e164(main),
      from: "+16025550119",
      say: ["Goodbye."],
      sip_headers: { Diversion: diversion },
    });
    const arrived = page.getByRole("status").filter({ hasText: "Your call has arrived" });
    await arrived.getByText("From (602) 555-0119.").waitFor();
    await arrived.getByText("It was forwarded to your agent: your office did not pick up.").waitFor();
    await arrived.getByText(/^Your agent was ready after [\d.]+ seconds?\.$/).waitFor();
    await page.getByText(/^First call arrived on /).waitFor();
    await picture("number-test-green");
  });

  test("changes the password, which nobody can read back, and removes it", async () => {
    const field = page.getByLabel("Trunk password");
    expect(await field.inputValue()).toBe("");
    await page.getByText(/^Set on .+\. Leave it empty to keep it\.$/).waitFor();
    await field.fill(SECOND_SECRET);
    await page.getByRole("link", { name: "Overview", exact: true }).click();
    await page.getByRole("dialog", { name: "Leave without saving?" }).waitFor();
    await page.getByRole("button", { name: "Stay here" }).click();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Saved.", { exact: true }).waitFor();
    expect(await field.inputValue()).toBe("");
    await page.getByRole("heading", { name: "Connected" }).waitFor();
    expect(await page.content()).not.toMatch(/canary-of/);
    await page.reload();
    await page.getByText(/^Set on /).waitFor();
    await page.getByLabel("Remove the password").check();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Stored encrypted and never shown again.").waitFor();
    await page.getByRole("heading", { name: "Connected" }).waitFor();
    expect(await page.content()).not.toMatch(/canary-of/);
  });

  test("reads what is wrong with a second number, and Retry connects it once that is put right", async () => {
    await importedBySomebodyElse(airport);
    await page.getByRole("link", { name: "All numbers" }).click();
    await page.getByRole("link", { name: "Add a number" }).click();
    await page.getByRole("radio", { name: "Twilio" }).check();
    await addNumber(page, airport);
    await page.getByRole("button", { name: "Connect" }).click();
    await page.locator("#sip_trunk_uri-error").getByText("Enter the trunk's address first").waitFor();
    await page.getByLabel("Trunk address").fill("desert.pstn.twilio.com");
    await page.getByRole("button", { name: "Connect" }).click(); // saves first
    const problem = page.getByRole("status").filter({ hasText: "This number has a problem" });
    await problem.getByText("This number is already set up in another account at the phone service").waitFor();
    await picture("number-problem");
    await page.getByRole("link", { name: "All numbers" }).click();
    await page.getByText("This number is already set up in another account").waitFor();
    await picture("numbers-list");
    await emulator("DELETE", `/delete-phone-number/${e164(airport)}`);
    await page.getByRole("button", { name: "Retry" }).click();
    await page.getByText("Connected", { exact: true }).nth(1).waitFor();
    expect(await atRetell(airport)).toMatchObject({ inbound_webhook_url: `${stack.url}/retell/inbound-webhook` });
  });

  test("makes it the primary one, and removes the first", async () => {
    await page.getByRole("link", { name: airport }).click();
    await page.getByRole("button", { name: "Make primary" }).click();
    await page.getByText("This is your primary number").waitFor();
    await page.goBack();
    await page.getByRole("link", { name: main }).click();
    await fail({ where: "rest", match: "/delete-phone-number", kind: "500", times: 1 });
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await page.getByRole("dialog", { name: `Remove ${main}?` }).waitFor();
    await picture("number-remove");
    await page.getByRole("button", { name: "Remove the number" }).click();
    await page.getByRole("heading", { name: "Being removed" }).waitFor();
    await picture("number-being-removed");
    await page.getByRole("status").getByText(`${main} has been removed.`).waitFor();
    await page.getByRole("link", { name: main }).waitFor({ state: "detached" });
    expect(await atRetell(main)).toBeNull();
  });

  onDesk("is told when connecting opens again after too many tries", async () => {
    await importedBySomebodyElse(third);
    await page.getByRole("link", { name: "Add a number" }).click();
    await page.getByLabel("Trunk address").fill("desert.pstn.twilio.com");
    await addNumber(page, third);
    await page.getByRole("button", { name: "Connect" }).click();
    const problem = page.getByRole("heading", { name: "This number has a problem" });
    const retry = page.getByRole("button", { name: "Retry" });
    await problem.waitFor();
    await retry.click(); // the fifth time within this hour, with the other two numbers
    await page.getByText("Connecting your number").waitFor();
    await problem.waitFor();
    await retry.click();
    await page
      .getByRole("alert")
      .getByText(/You can connect 5 times an hour and have done so\. Try again .*\d:\d\d/)
      .waitFor();
    await picture("number-too-many-tries");
  });

  onDesk("finds no number of another company", async () => {
    const { items } = await (await page.request.get(`${stack.url}/api/phone-numbers`)).json();
    const stranger = await newDevice();
    const company = { ...companyOf(width), email: `stranger-${width}@mesa-verde.example` };
    await newCompany(stranger, company, stack);
    for (const { id } of [...items, { id: "made-up" }]) {
      await stranger.goto(`${stack.url}/numbers/${id}`);
      await stranger.getByText("This number does not exist.").waitFor();
      expect(await stranger.getByText("555-").count()).toBe(0);
    }
    await stranger.goto(`${stack.url}/numbers/new`);
    await stranger.getByLabel("Phone number", { exact: true }).fill(airport);
    await stranger.getByRole("button", { name: "Add the number" }).click();
    await stranger.locator("#phone_number-error").getByText("is used in another account").waitFor();
    await stranger.context().close();
  });

  test("never got a password in any answer", () => {
    expect(heard.length).toBeGreaterThan(50);
    expect(heard.filter((answer) => SECRETS.some((secret) => answer.includes(secret)))).toEqual([]);
  });
});

function companyOf(width: number): Company {
  return {
    name: `Pine Top Shuttle ${width}`,
    operator: "Ana Torres",
    email: `ana-${width}@pine-top.example`,
    greeting: "Pine Top Shuttle, good evening.",
    number: "",
    officePhone: "9285550100",
    opens: "6 AM",
    closes: "10 PM",
  };
}

async function newDevice(): Promise<Page> {
  const context = await newVisitor(browser);
  return context.newPage();
}

function e164(number: string): string {
  return `+1${number.replace(/\D/g, "")}`;
}

async function emulator(method: string, path: string, body?: object): Promise<Response> {
  const headers = {
    authorization: `Bearer ${localSecrets(".dev.vars").RETELL_API_KEY}`,
    "content-type": "application/json",
  };
  return fetch(stack.emulatorUrl + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
}

async function fail(rule: object): Promise<void> {
  expect((await emulator("PUT", "/emulator/faults", [rule])).ok).toBe(true);
}

async function atRetell(number: string): Promise<unknown> {
  const response = await emulator("GET", `/get-phone-number/${e164(number)}`);
  return response.ok ? response.json() : null;
}

async function importedBySomebodyElse(number: string): Promise<void> {
  const body = { phone_number: e164(number), termination_uri: "other.pstn.twilio.com", nickname: "Somebody else" };
  expect((await emulator("POST", "/import-phone-number", body)).status).toBe(201);
}
