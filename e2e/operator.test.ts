import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { newVisitor, openBrowser } from "./browser.ts";
import { type Company, mailedLink, newCompany, signIn } from "./company.ts";
import { dayAhead } from "./days.ts";
import { look } from "./look.ts";

const MESA: Company = {
  name: "Mesa Van Lines",
  operator: "Iris Vega",
  email: "iris@mesa-van.example",
  greeting: "Mesa Van Lines, good evening.",
  number: "(480) 555-0171",
  officePhone: "4805550172",
  opens: "6 AM",
  closes: "10 PM",
};

const RIVER: Company = { ...MESA, name: "River Cabs", operator: "Omar Diaz", email: "omar@river-cabs.example" };

const YEAR = dayAhead(400).slice(0, 4); // the next or the one after: its holidays are still to come
const SAVED = "Saved. The next call uses it.";
const NEW_PASSWORD = "nine vans in the evening";

const stack = inject("stack");
let browser: Browser;
let mesa: Page;
let river: Page;

beforeAll(async () => {
  browser = await openBrowser();
  [mesa, river] = await Promise.all([newDevice(), newDevice()]);
  await newCompany(mesa, MESA, stack);
  await newCompany(river, RIVER, stack);
});

afterAll(() => browser?.close());

describe("a company that has nothing yet", () => {
  test("can read its empty pages, day and night", async () => {
    await mesa.getByText("Nothing saved yet").waitFor();
    expect(await look(mesa, "settings-empty")).toEqual([]);
    await mesa.goto(stack.url);
    await mesa.getByText("Your agent is not set up yet").waitFor();
    expect(await look(mesa, "overview-empty")).toEqual([]);
  });

  test("is not set up twice by two tabs, and Escape discards nothing", async () => {
    const second = await mesa.context().newPage();
    for (const tab of [mesa, second]) {
      await tab.goto(`${stack.url}/settings`);
      await tab.getByText("Nothing saved yet").waitFor();
    }
    await mesa.getByLabel("Company name").fill(MESA.name);
    await second.getByLabel("Company name").fill("Mesa Vans, second tab");
    await save(mesa);
    await second.getByRole("button", { name: "Save", exact: true }).click();
    const dialog = second.getByRole("dialog", { name: "Somebody else saved these settings" });
    await dialog.waitFor();
    expect(await look(second, "settings-conflict")).toEqual([]);
    await second.keyboard.press("Escape");
    await second.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await second.getByLabel("Company name").inputValue()).toBe("Mesa Vans, second tab");
    await second.getByRole("button", { name: "Save", exact: true }).click();
    await dialog.waitFor();
    await second.route("**/api/tenant-config", (route) => route.abort());
    await second.getByRole("button", { name: "Keep mine and save over" }).click();
    await dialog.getByRole("alert").getByText("Nightdesk cannot be reached.").waitFor();
    await second.unroute("**/api/tenant-config");
    await second.getByRole("button", { name: "Keep mine and save over" }).click();
    await second.getByText(SAVED).waitFor();
    await second.close();
    await mesa.reload();
    await mesa.getByText(/^Saved/).waitFor();
    expect(await mesa.getByLabel("Company name").inputValue()).toBe("Mesa Vans, second tab");
  });
});

describe("unsaved changes", () => {
  test("are not asked about by links to another place of the page, also on a phone", async () => {
    await mesa.setViewportSize({ width: 360, height: 860 });
    await mesa.getByLabel("Operator name").fill("Iris");
    await mesa.getByRole("link", { name: "See who answers in the next seven days" }).click();
    await mesa.evaluate(() => document.querySelector<HTMLElement>('a[href="#main"]')?.focus());
    await mesa.keyboard.press("Enter");
    expect(new URL(mesa.url()).hash).toBe("#main");
    await mesa.goBack();
    expect(await mesa.getByRole("dialog").count()).toBe(0);
    expect(await mesa.getByLabel("Operator name").inputValue()).toBe("Iris");
    await mesa.setViewportSize({ width: 1280, height: 860 });
  });

  test("are asked about by every way out: a tab of ours, going back, and signing out", async () => {
    const dialog = mesa.getByRole("dialog", { name: "Leave without saving?" });
    const stay = async () => {
      await dialog.waitFor();
      await mesa.getByRole("button", { name: "Stay here" }).click();
      await dialog.waitFor({ state: "detached" });
      expect(await mesa.getByLabel("Operator name").inputValue()).toBe("Iris");
    };
    await mesa.getByRole("link", { name: "Overview", exact: true }).click();
    await dialog.waitFor();
    expect(await look(mesa, "settings-leave")).toEqual([]);
    await stay();
    await mesa.getByRole("button", { name: "Account", exact: true }).click();
    expect(await look(mesa, "account-menu")).toEqual([]);
    await mesa.getByRole("button", { name: "Sign out", exact: true }).click();
    await stay();
    await mesa.getByRole("link", { name: "Overview", exact: true }).click();
    await mesa.getByRole("button", { name: "Leave and lose changes" }).click();
    await mesa.getByRole("heading", { level: 1, name: "Mesa Vans" }).waitFor();
    expect(await mesa.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    expect(await mesa.getByRole("dialog").count()).toBe(0);
    await mesa.getByRole("link", { name: "Agent Settings" }).click();
    await mesa.getByLabel("Operator name").fill("Iris");
    await mesa.getByText("Unsaved changes").first().waitFor();
    await mesa.goBack();
    await stay();
    expect(new URL(mesa.url()).pathname).toBe("/settings");
  });

  test("stay on the page when the session ends elsewhere, and are saved after signing in again", async () => {
    await openSettings(mesa);
    await mesa.getByLabel("Operator name").fill("Iris the second");
    await withoutSession(mesa.context(), async () => {
      await mesa.getByRole("button", { name: "Save", exact: true }).click();
      await mesa.getByRole("dialog", { name: "You are signed out" }).waitFor();
      expect(await mesa.getByRole("link", { name: "Sign in in a new tab" }).getAttribute("target")).toBe("_blank");
    });
    await mesa.getByRole("dialog").waitFor({ state: "detached" });
    expect(await mesa.getByLabel("Operator name").inputValue()).toBe("Iris the second");
    await save(mesa);
  });

  test("never end up in another company that signed in with the same browser", async () => {
    await openSettings(mesa);
    await mesa.getByLabel("Operator name").fill("Only of Mesa");
    const own = await mesa.context().cookies();
    await mesa.context().addCookies(await river.context().cookies());
    await mesa.getByRole("button", { name: "Save", exact: true }).click();
    await mesa.getByRole("dialog", { name: "Another account is signed in" }).waitFor();
    await river.goto(`${stack.url}/settings`);
    await river.getByText("Nothing saved yet").waitFor();
    await mesa.context().addCookies(own);
    await mesa.getByRole("dialog").waitFor({ state: "detached" });
    await save(mesa);
  });

  test("do not outlive a change of account on a page without any", async () => {
    await openSettings(mesa);
    const own = await mesa.context().cookies();
    await mesa.context().addCookies(await river.context().cookies());
    await mesa.getByRole("link", { name: "Overview", exact: true }).click();
    await mesa.getByText("Your agent is not set up yet").waitFor();
    expect(await mesa.getByText("Mesa Vans").count()).toBe(0);
    await mesa.context().addCookies(own);
    await mesa.reload();
    await mesa.getByRole("heading", { level: 1, name: "Mesa Vans" }).waitFor();
  });
});

describe("saving", () => {
  test("happens once when the button is pressed twice", async () => {
    await openSettings(mesa);
    await mesa.getByLabel("Company name").fill(MESA.name);
    const saves: string[] = [];
    mesa.on("request", (request) => request.method() === "PUT" && saves.push(request.url()));
    await mesa.getByRole("button", { name: "Save", exact: true }).dblclick();
    await mesa.getByText(SAVED).waitFor();
    expect(saves).toHaveLength(1);
    expect(await mesa.getByRole("dialog").count()).toBe(0);
  });

  test("is never refused because of something that is not visible", async () => {
    await mesa.getByLabel("Transfer only if the last import").fill("99");
    await mesa.getByRole("button", { name: "Save", exact: true }).click();
    await mesa.getByText("Choose between 1 and 72 hours.").waitFor();
    await mesa.getByLabel("Transfer to the driver").uncheck();
    await mesa.getByText("Choose between 1 and 72 hours.").waitFor();
    await mesa.getByLabel("Transfer only if the last import").fill("24");
    await mesa.getByLabel("Different hours by day").check();
    await mesa.getByLabel("Monday, opens").fill("");
    await mesa.getByRole("button", { name: "Save", exact: true }).click();
    await mesa.getByText("Choose when you open, from 00:00 to 23:59.").waitFor();
    const described = await mesa.getByLabel("Monday, opens").getAttribute("aria-describedby");
    expect(await mesa.locator(`[id="${described}"]`).textContent()).toContain("Choose when you open");
    await mesa.getByLabel("Monday, opens").fill("05:30");
    const add = mesa.getByRole("button", { name: "Add hours on Monday" });
    for (let windows = 1; windows < 6; windows++) await add.click();
    expect(await add.isDisabled()).toBe(true);
    await mesa.getByText("A day can have up to 6 opening times.").waitFor();
  });

  test("keeps the week that was entered when precise hours are switched off and on again", async () => {
    await mesa.getByLabel("Different hours by day").uncheck();
    await mesa.getByLabel("Different hours by day").check();
    expect(await mesa.getByLabel("Monday, opens").first().inputValue()).toBe("05:30");
    await mesa.getByRole("button", { name: "Add a date" }).click();
    await mesa.getByLabel("Date 1: date").fill(`${YEAR}-12-25`);
    await mesa.getByRole("button", { name: "Add a date" }).click();
    await mesa.getByLabel("Date 2: name of the day").fill("New Year");
    await mesa.getByLabel("New Year: date").fill(`${YEAR}-01-01`);
    await mesa.getByRole("button", { name: `Remove Dec 25, ${YEAR}` }).waitFor();
    expect(await look(mesa, "settings-precise-hours")).toEqual([]);
    await save(mesa);
  });

  test("can be undone from the history, after a question", async () => {
    await mesa.getByRole("button", { name: "History of changes" }).click();
    const drawer = mesa.getByRole("dialog", { name: "History of changes" });
    await drawer.getByText("In use").waitFor();
    expect(await look(mesa, "settings-history")).toEqual([]);
    await drawer.getByRole("button", { name: /^Restore version 2/ }).click();
    await drawer.getByRole("button", { name: "Restore these settings" }).click();
    await drawer.waitFor({ state: "detached" });
    await mesa.getByText("Restored. The next call uses it.").waitFor();
    expect(await mesa.getByLabel("Company name").inputValue()).toBe("Mesa Vans, second tab");
  });
});

test("a long history is shown to its beginning", async () => {
  for (let saves = 0; saves < 50; saves++) {
    const data = { ring_seconds: 20 + (saves % 2) };
    expect((await mesa.request.put(`${stack.url}/api/tenant-config`, { data })).status()).toBe(200);
  }
  await openSettings(mesa);
  await mesa.getByRole("button", { name: "History of changes" }).click();
  const drawer = mesa.getByRole("dialog", { name: "History of changes" });
  const first = drawer.getByRole("button", { name: "Restore version 1", exact: true });
  await drawer.getByText("In use").waitFor();
  expect(await first.count()).toBe(0);
  await drawer.getByRole("button", { name: "Show older" }).click();
  await first.waitFor();
  await drawer.getByRole("button", { name: "Close" }).click();
});

describe("a number", () => {
  test("is added and removed with the keyboard alone, and each is read out", async () => {
    await mesa.goto(`${stack.url}/settings`);
    await mesa.getByRole("link", { name: "Add your number" }).focus();
    await mesa.keyboard.press("Enter");
    await mesa.waitForFunction(() => document.activeElement?.textContent === "Add a number");
    await mesa.keyboard.press("Tab");
    await mesa.keyboard.type("4805550171");
    await mesa.getByText("This is +14805550171").waitFor();
    await mesa.keyboard.press("Enter");
    await mesa.getByRole("status").getByText(`${MESA.number} has been added.`).waitFor();
    await mesa.waitForFunction(() => document.activeElement?.tagName === "H1");
    await mesa.getByRole("button", { name: "Remove", exact: true }).focus();
    await mesa.keyboard.press("Enter");
    await mesa.getByRole("dialog", { name: `Remove ${MESA.number}?` }).waitFor();
    await mesa.getByRole("button", { name: "Remove the number" }).focus();
    await mesa.keyboard.press("Enter");
    await mesa.getByRole("status").getByText(`${MESA.number} has been removed.`).waitFor();
    await mesa.waitForFunction(() => document.activeElement?.tagName === "H1");
  });

  test("that is half entered is asked about before the page is left", async () => {
    await mesa.getByRole("link", { name: "Add your number" }).click();
    await mesa.getByLabel("Label").fill("Airport");
    await mesa.getByRole("link", { name: "Overview", exact: true }).click();
    await mesa.getByRole("dialog", { name: "Leave without saving?" }).waitFor();
    await mesa.getByRole("button", { name: "Leave and lose changes" }).click();
    await mesa.getByRole("heading", { level: 1, name: "Mesa Vans" }).waitFor();
  });
});

describe("an account", () => {
  test("gets a new password through its mail", async () => {
    await mesa.getByRole("button", { name: "Account", exact: true }).click();
    await mesa.getByRole("button", { name: "Sign out", exact: true }).click();
    await mesa.getByRole("link", { name: "Forgot your password?" }).click();
    await mesa.getByLabel("E-mail").fill(MESA.email);
    await mesa.getByRole("button", { name: "Send the link" }).click();
    await mesa.getByText("If an account has this address").waitFor();
    await mesa.goto(await mailedLink(stack.emulatorUrl, MESA.email, "reset-password"));
    await mesa.getByLabel("New password").fill(NEW_PASSWORD);
    await mesa.getByRole("button", { name: "Save the password" }).click();
    await mesa.getByText("Your password has been changed.").waitFor();
    await signIn(mesa, MESA.email, NEW_PASSWORD);
    await mesa.getByRole("heading", { level: 1, name: "Mesa Vans" }).waitFor();
  });

  test("is left and entered with the keyboard alone", async () => {
    await mesa.getByRole("button", { name: "Account", exact: true }).focus();
    await mesa.keyboard.press("Enter");
    await mesa.getByRole("button", { name: "Sign out", exact: true }).focus();
    await mesa.keyboard.press("Enter");
    await mesa.getByRole("heading", { name: "Sign in" }).waitFor();
    await mesa.waitForFunction(() => document.activeElement?.tagName === "H1");
    await mesa.keyboard.press("Tab"); // to "Create an account"
    await mesa.keyboard.press("Tab");
    await mesa.keyboard.type(MESA.email);
    await mesa.keyboard.press("Tab");
    await mesa.keyboard.type(NEW_PASSWORD);
    await mesa.keyboard.press("Enter");
    await mesa.getByRole("heading", { level: 1, name: "Mesa Vans" }).waitFor();
  });

  test("whose confirmation page is opened without a link is not told that the address is confirmed", async () => {
    const visitor = await newDevice();
    await visitor.goto(`${stack.url}/verify`);
    await visitor.getByRole("heading", { level: 1, name: "Confirm your e-mail" }).waitFor();
    await visitor.context().close();
  });
});

async function openSettings(page: Page): Promise<void> {
  await page.goto(`${stack.url}/settings`);
  await page.getByText(/^Saved/).waitFor();
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText(SAVED).waitFor();
}

/** As if the session had ended in another tab, and begun again afterwards. */
async function withoutSession(context: BrowserContext, during: () => Promise<void>): Promise<void> {
  const cookies = await context.cookies();
  await context.clearCookies();
  await during();
  await context.addCookies(cookies);
}

async function newDevice(): Promise<Page> {
  const context = await newVisitor(browser);
  return context.newPage();
}
