import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { askForCall } from "../scripts/ask-for-call.ts";
import { newVisitor, openBrowser } from "./browser.ts";
import { type Company, readyCompany, setUp, signIn, signUp } from "./company.ts";
import { listFile } from "./list-file.ts";
import { look } from "./look.ts";

const LIMO_ANYWHERE = "worker/imports/reading/fixtures/reservations-limo-anywhere.csv";
const DEADLINE_MS = 240_000; // an account is closed by jobs

const stack = inject("stack");
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

describe.each([
  { width: 1280, company: companyOf("Copper State Shuttle", "copper-state", "0191") },
  { width: 360, company: companyOf("Saguaro & Sons Airport Transportation", "saguaro", "0195") },
])("an operator who leaves, on a screen of $width px", ({ width, company }) => {
  const onDesk = test.runIf(width === 1280); // tests of what is the same on every screen
  let page: Page;

  beforeAll(async () => {
    const context = await newVisitor(browser, { acceptDownloads: true });
    page = await context.newPage();
    await readyCompany(page, company, stack);
    const data = listFile(LIMO_ANYWHERE).buffer;
    const imported = await page.request.post(`${stack.url}/api/imports?kind=reservations&activate=true`, {
      data,
      headers: { "content-type": "text/csv", origin: stack.url },
    });
    expect(imported.status()).toBe(201);
    await page.setViewportSize({ width, height: 860 });
  });

  test("chooses how long reservations are kept", async () => {
    await page.goto(`${stack.url}/settings`);
    const days = page.getByLabel("Days to keep reservations");
    const form = page.getByRole("form", { name: "How long we keep reservations" });
    const save = form.getByRole("button", { name: "Save" });
    await days.fill("0");
    await save.click();
    await page.getByText("Choose between 1 and 730 days.").waitFor();
    await days.fill("365");
    await save.click();
    await page.getByRole("status").getByText("Saved.").waitFor();
    await page.reload();
    await days.waitFor();
    expect(await days.inputValue()).toBe("365");
  });

  test("downloads everything, and the zip file really contains it", async () => {
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download everything" }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^nightdesk-\d{4}-\d\d-\d\d\.zip$/);
    await page.getByText(`${download.suggestedFilename()} is in your downloads`).waitFor();
    const files = unzipSync(await readFile(await download.path()));
    const text = (name: string) => new TextDecoder().decode(files[name]);
    expect(text("README.txt")).toContain("Everything that Nightdesk stores about your company");
    expect(text("reservations.csv")).toContain("50211");
    expect(JSON.parse(text("reservations.json"))).toHaveLength(43);
    expect(JSON.parse(text("settings.json"))).toMatchObject([{ company_name: company.name }]);
    expect(JSON.parse(text("how-long-we-keep.json"))).toMatchObject([{ reservation_days: 365 }]);
  });

  test("cannot close the account while the download runs", async () => {
    const held = Promise.withResolvers<void>();
    await page.route("**/api/account-export", async (route) => {
      await held.promise;
      await route.continue();
    });
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download everything" }).click();
    await page.getByRole("button", { name: "Close this account…" }).click();
    await page.getByLabel(`type ${company.name}`).fill(company.name);
    await page.getByRole("button", { name: "Close permanently" }).click();
    await page.getByText("Wait until the download has finished.").waitFor();
    held.resolve();
    await downloading;
    await page.unroute("**/api/account-export");
    await page.reload();
  });

  test("is asked for the company's name, and a wrong one closes nothing", async () => {
    await page.getByRole("button", { name: "Close this account…" }).click();
    const name = page.getByLabel(`type ${company.name}`);
    await name.fill("something else");
    await page.getByRole("button", { name: "Close permanently" }).click();
    await page.getByText("This is not the name of your company.").waitFor();
    expect(await look(page, `leaving-ask-${width}`)).toEqual([]);
    await page.setViewportSize({ width, height: 860 });
    await page.getByRole("button", { name: "Keep the account" }).click();
    await name.waitFor({ state: "detached" });
    await page.waitForFunction(() => document.activeElement?.textContent === "Close this account…");
    await page.reload();
    await page.getByRole("button", { name: "Close this account…" }).waitFor();
  });

  test("closes the account, reads what is still going on, and nobody gets in any more", async () => {
    const secondTab = await page.context().newPage();
    await secondTab.goto(`${stack.url}/settings`);
    await secondTab.getByRole("heading", { level: 1, name: "Agent Settings" }).waitFor();
    await page.getByRole("button", { name: "Close this account…" }).click();
    await page.getByLabel(`type ${company.name}`).fill(company.name);
    await page.getByRole("button", { name: "Close permanently" }).click();
    await page.getByRole("heading", { level: 1, name: "Goodbye" }).waitFor();
    await page.reload();
    await page.getByText(`The account of ${company.name} is being closed.`).waitFor();
    expect(await look(page, `leaving-goodbye-${width}`)).toEqual([]);
    await page.setViewportSize({ width, height: 860 });
    await secondTab.reload();
    await secondTab.getByRole("heading", { name: "Sign in" }).waitFor();
    await signIn(secondTab, company.email);
    await secondTab
      .getByText("This account is being closed.")
      .or(secondTab.getByText("The e-mail or password is wrong."))
      .waitFor();
    await secondTab.close();
  });

  onDesk(
    "once it is gone, calls to the number are answered without the company, and who signs up again starts empty",
    async () => {
      const isReleased = async () => {
        expect(await greeting(company.number), "the number is still the company's").not.toBe(company.greeting);
      };
      await vi.waitFor(isReleased, { timeout: DEADLINE_MS, interval: 500 });
      const again = await untilGone(company);
      await setUp(again, company);
      for (const list of ["reservations", "calls", "messages", "imports"]) {
        const reply = await again.request.get(`${stack.url}/api/${list}`);
        expect(await reply.json(), list).toMatchObject({ items: [] });
      }
      expect(await greeting(company.number)).toBe(company.greeting);
      await again.context().close();
    },
  );
});

/** Signs up again with the same address as soon as the old account is gone; the same page is signed in. */
async function untilGone(company: Company): Promise<Page> {
  const context = await newVisitor(browser);
  const page = await context.newPage();
  const isGone = async () => {
    await page.goto(`${stack.url}/sign-in`);
    await signIn(page, company.email);
    const gone = page.getByText("The e-mail or password is wrong.");
    await gone.or(page.getByText("This account is being closed.")).waitFor();
    expect(await gone.isVisible(), "the account is gone").toBe(true);
  };
  await vi.waitFor(isGone, { timeout: DEADLINE_MS, interval: 500 });
  await signUp(page, company, stack);
  return page;
}

function companyOf(name: string, mail: string, line: string): Company {
  return {
    name,
    operator: "Dana Reyes",
    email: `dana@${mail}.example`,
    greeting: `${name}, how can I help?`,
    number: `(520) 555-${line}`,
    officePhone: `480555${line}`,
    opens: "6 AM",
    closes: "10 PM",
  };
}

async function greeting(number: string): Promise<string> {
  const to = `+1${number.replace(/\D/g, "")}`;
  const call = { to, from: "+16025550100", say: ["Never mind, goodbye."] };
  const { report } = await askForCall(call, stack.emulatorUrl, stack.url);
  return report.greeting;
}
