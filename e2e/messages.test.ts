import type { Browser, Page } from "playwright-core";
import { symmetric } from "retell-sdk/lib/webhook_auth";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { askForCall } from "../scripts/ask-for-call.ts";
import { localSecrets } from "../scripts/start/dev-vars.ts";
import { newVisitor, openBrowser } from "./browser.ts";
import { type Company, mailedLink, readyCompany, signIn } from "./company.ts";
import { look } from "./look.ts";

const stack = inject("stack");
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

describe.each([
  { width: 1280, company: companyOf("Saguaro Shuttle", "saguaro-shuttle", "0131") },
  { width: 360, company: companyOf("Ocotillo Limo", "ocotillo", "0135") },
])("an operator on a screen of $width px", ({ width, company }) => {
  const number = `+1520555${company.number.slice(-4)}`;
  const looksGood = (name: string) => (width === 1280 ? look(page, name) : Promise.resolve([]));
  let page: Page;

  beforeAll(async () => {
    const context = await newVisitor(browser);
    page = await context.newPage();
    await readyCompany(page, company, stack);
    await page.setViewportSize({ width, height: 860 });
  });

  test("reads what messages are and how to try it, while there is none", async () => {
    await tab(page, "Messages").click();
    await page.getByRole("heading", { name: "No messages yet" }).waitFor();
    await page.getByText(company.number).waitFor();
    expect(await tab(page, "Messages").innerText()).toBe("Messages");
    expect(await looksGood("messages-empty")).toEqual([]);
  });

  test("sees a message appear by itself, with its number in the tab", async () => {
    await call(number, "I want to cancel my ride.", "Wen Bauer", "Yes", "Yes", "Goodbye");
    await opener(page, "Wen Bauer").waitFor();
    const inbox = page.getByRole("region", { name: "Inbox" });
    await inbox.getByText("Cancellation requested", { exact: true }).last().waitFor();
    await inbox.getByText("I want to cancel my ride.").waitFor();
    await inbox.getByText("(602) 555-0119").waitFor();
    await inbox.getByRole("status").getByText("1 open message").waitFor();
    await page.getByRole("link", { name: "Messages 1 open", exact: true }).waitFor();
    const callBack = page.getByRole("link", { name: "Call back Wen Bauer" });
    expect(await callBack.getAttribute("href")).toBe("tel:+16025550119");
    await page.getByRole("link", { name: "Open the call", exact: true }).click();
    await page.getByRole("heading", { name: "Message left", exact: true }).waitFor();
    await page.getByRole("link", { name: "Open the message" }).click();
    await page.getByRole("dialog", { name: "Message from Wen Bauer" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  test("comes from the mail straight to its message", async () => {
    const link = await mailedLink(stack.emulatorUrl, company.email, "/messages?id=");
    const phone = await (await newVisitor(browser, { viewport: { width, height: 860 } })).newPage();
    await phone.goto(link); // nobody is signed in there yet
    await signIn(phone, company.email);
    await phone.getByRole("dialog", { name: "Message from Wen Bauer" }).waitFor();
    await phone.context().close();
    await page.goto(link);
    const drawer = page.getByRole("dialog", { name: "Message from Wen Bauer" });
    await drawer.getByText("I want to cancel my ride.").waitFor();
    await drawer.getByRole("link", { name: "Call (602) 555-0119" }).waitFor();
    expect(await looksGood("messages-one")).toEqual([]);
    await drawer.getByRole("button", { name: "Close" }).click();
    await drawer.waitFor({ state: "detached" });
    expect(new URL(page.url()).search).toBe("");
  });

  test("writes a note, and is asked before it is lost", async () => {
    await opener(page, "Wen Bauer").focus();
    await page.keyboard.press("Enter");
    const drawer = page.getByRole("dialog", { name: "Message from Wen Bauer" });
    await drawer.getByLabel("Your note").fill("Rang back, no answer.");
    await page.keyboard.press("Escape");
    const question = page.getByRole("dialog", { name: "Leave without saving?" });
    await question.waitFor();
    await question.getByRole("button", { name: "Stay here" }).click();
    await question.waitFor({ state: "detached" });
    expect(await drawer.getByLabel("Your note").inputValue()).toBe("Rang back, no answer.");
    await page.route("**/api/messages/*", (route) => route.abort());
    await drawer.getByRole("button", { name: "Save the note" }).click();
    await drawer.getByRole("alert").getByText("Nightdesk cannot be reached.").waitFor();
    await page.unroute("**/api/messages/*");
    await drawer.getByRole("button", { name: "Save the note" }).click();
    await drawer.getByText("Saved.").waitFor();
    await drawer.getByRole("button", { name: "Close" }).click();
    await drawer.waitFor({ state: "detached" });
    await page.waitForFunction(() => document.activeElement?.textContent?.includes("Wen Bauer"));
    await page.getByText("Rang back, no answer.").waitFor();
  });

  test("marks it as done and takes that back with the keyboard alone", async () => {
    await page.getByRole("button", { name: "Done with the message from Wen Bauer" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("status").getByText("Done: Wen Bauer").waitFor();
    await page.getByText("You have no open messages.").waitFor();
    await tab(page, /^Messages$/).waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent?.includes("Undo"));
    expect(await looksGood("messages-done")).toEqual([]);
    await page.getByRole("button", { name: "Undo" }).focus();
    await page.keyboard.press("Enter");
    await opener(page, "Wen Bauer").waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent === "Open the message from Wen Bauer");
    await tab(page, /1 open$/).waitFor();
  });

  test("finds one again by its words, its kind and its state, and so does whoever gets the address", async () => {
    await leave(number, "lost_item", "My red umbrella is in the van.", "Ana Li", "RES-20261126-0012");
    await leave(number, "change_request", "Please come at 6 AM instead of 7.", "Bo Park");
    await opener(page, "Bo Park").waitFor();
    await page.getByRole("button", { name: "Done with the message from Wen Bauer" }).click();
    await opener(page, "Wen Bauer").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Close" }).click();
    await page.getByLabel("Search messages").fill("umbrella");
    await page.getByText("1 open message found").waitFor();
    await opener(page, "Bo Park").waitFor({ state: "detached" });
    await page.reload();
    await page.getByText("1 open message found").waitFor();
    expect(await page.getByLabel("Search messages").inputValue()).toBe("umbrella");
    await page.getByLabel("Category").selectOption("New booking wanted");
    await page.getByText("No open messages match these filters.").waitFor();
    expect(await looksGood("messages-none-found")).toEqual([]);
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await page.getByRole("link", { name: "Done", exact: true }).click();
    await opener(page, "Wen Bauer").waitFor();
    expect(new URL(page.url()).search).toBe("?state=done");
    await page.getByRole("button", { name: "Reopen the message from Wen Bauer" }).click();
    await page.getByText("No messages are done yet.").waitFor();
    await page.getByRole("link", { name: "Open", exact: true }).click();
    await page.getByText("3 open messages").waitFor();
    await page.getByRole("link", { name: "Reservation RES-20261126-0012" }).click();
    await page.getByRole("heading", { level: 1, name: "Reservations" }).waitFor();
    expect(await page.getByLabel("Search", { exact: true }).inputValue()).toBe("RES-20261126-0012");
  });

  test("is told when new messages cannot be fetched, and goes on", async () => {
    await tab(page, "Messages").click();
    await page.getByText("3 open messages").waitFor();
    await page.route("**/api/messages?*", (route) => route.abort());
    await page.getByRole("alert").getByText("New messages could not be loaded.").waitFor();
    await page.unroute("**/api/messages?*");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("alert").waitFor({ state: "detached" });
    await page.goto(`${stack.url}/messages?id=not-mine`);
    await page
      .getByRole("dialog")
      .getByText(/does not exist/)
      .waitFor();
  });

  test("chooses who is mailed, and about what", async () => {
    await page.goto(`${stack.url}/settings#messages`);
    const form = page.getByRole("form", { name: "Messages" });
    const address = form.getByLabel("Mail address for messages");
    await address.waitFor();
    expect(await address.getAttribute("placeholder")).toBe(company.email);
    await address.fill("nobody");
    await form.getByRole("button", { name: "Save message settings" }).click();
    await form.getByText("Enter an e-mail address such as dispatch@example.com.").waitFor();
    expect(await address.getAttribute("aria-invalid")).toBe("true");
    await tab(page, "Overview").click();
    await page.getByRole("dialog", { name: "Leave without saving?" }).waitFor();
    await page.getByRole("button", { name: "Stay here" }).click();
    await address.fill(`desk-${width}@saguaro.example`);
    await form.getByLabel("Change requested").uncheck();
    expect(await looksGood("settings-messages")).toEqual([]);
    await form.getByRole("button", { name: "Save message settings" }).click();
    await form.getByText("Saved. The next message uses it.").waitFor();
    await page.reload();
    await address.waitFor();
    expect(await address.inputValue()).toBe(`desk-${width}@saguaro.example`);
    expect(await form.getByLabel("Change requested").isChecked()).toBe(false);
    expect(await form.getByLabel("Lost item").isChecked()).toBe(true);
    await leave(number, "change_request", "Two more passengers.", "Noor Haddad");
    await leave(number, "late_driver", "The van is twenty minutes late.", "Lee Cho");
    const link = await mailedLink(stack.emulatorUrl, `desk-${width}@saguaro.example`, "/messages?id=");
    await page.goto(link); // the first mail to the new address: nothing was mailed about the change
    await page.getByRole("dialog", { name: "Message from Lee Cho" }).waitFor();
    await page.getByRole("button", { name: "Close" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  test("reads many messages page by page", async () => {
    expect(await looksGood("messages")).toEqual([]);
    for (let n = 0; n < 22; n++) await leave(number, "message", `Please call me about ride ${n}.`, `Caller ${n}`);
    await page.getByText("27 open messages").waitFor();
    await page.getByRole("button", { name: "Next" }).click();
    await opener(page, "Wen Bauer").waitFor();
    await page.getByRole("button", { name: "Previous" }).click();
    await opener(page, "Caller 21").waitFor();
  });
});

function companyOf(name: string, domain: string, line: string): Company {
  return {
    name,
    operator: "Ana Torres",
    email: `ana@${domain}.example`,
    greeting: `${name}, how can I help?`,
    number: `(520) 555-${line}`,
    officePhone: `520555${line.slice(0, 3)}9`,
    opens: "6 AM",
    closes: "10 PM",
  };
}

function tab(page: Page, name: string | RegExp) {
  return page.getByRole("navigation", { name: "Pages", exact: true }).getByRole("link", { name });
}

function opener(page: Page, who: string) {
  return page.getByRole("link", { name: `Open the message from ${who}`, exact: true });
}

/** Somebody calls and says this to the agent, line by line. */
async function call(to: string, ...say: string[]): Promise<void> {
  const { report } = await askForCall({ to, from: "+16025550119", say }, stack.emulatorUrl, stack.url);
  expect(report.tool_calls.find(({ name }) => name === "take_message")).toMatchObject({ status: 200 });
}

let calls = 0;

/** As the agent sends a message, without the conversation before it. */
async function leave(to_number: string, category: string, message: string, caller_name: string, confirmation = "") {
  calls += 1;
  const args = { category, message, caller_name, ...(confirmation && { confirmation_number: confirmation }) };
  const from = { to_number, from_number: "+16025550119" };
  const body = JSON.stringify({ name: "take_message", args, call: { call_id: `call_${to_number}_${calls}`, ...from } });
  const headers = { "x-retell-signature": await symmetric.sign(body, localSecrets(".dev.vars").RETELL_API_KEY ?? "") };
  const response = await fetch(`${stack.url}/retell/tools/take_message`, { method: "POST", body, headers });
  expect(await response.json()).toMatchObject({ taken: true });
}
