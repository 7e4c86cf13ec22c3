import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { askForCall } from "../scripts/ask-for-call.ts";
import { newVisitor, openBrowser } from "./browser.ts";
import { type Company, newCompany, readyCompany } from "./company.ts";
import { dayAhead, shortTime } from "./days.ts";
import { look } from "./look.ts";
import { openPage } from "./open-page.ts";
import { tellEvent } from "./tell-event.ts";

const CALLERS = {
  found: "(602) 555-0131",
  notFound: "(602) 555-0132",
  message: "(602) 555-0133",
  transfer: "(602) 555-0134",
  unknown: "(602) 555-0135",
  live: "(602) 555-0136",
  long: "(602) 555-0137",
};

const LONG_AGO = dayAhead(-200); // its recordings are purged

const stack = inject("stack");
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

describe.each([
  { width: 1280, company: companyOf("Salt River Shuttle", "salt-river", "0151") },
  { width: 360, company: companyOf("Tonto Limo", "tonto", "0161") },
])("an operator on a screen of $width px", ({ width, company }) => {
  const onDesk = test.runIf(width === 1280); // tests of what is the same on every screen
  const number = `+1520555${company.number.slice(-4)}`;
  const id = (call: string) => `${company.name} ${call}`;
  const startedAt = Date.now() - 75_000;
  let page: Page;

  beforeAll(async () => {
    page = await newDevice();
    await readyCompany(page, company, stack);
    await page.setViewportSize({ width, height: 860 });
  });

  const call = async (from: string, ...say: string[]) =>
    (await askForCall({ to: number, from: e164(from), say }, stack.emulatorUrl, stack.url)).report;

  async function openCall(caller: string): Promise<void> {
    await page.goto(`${stack.url}/calls?search=${encodeURIComponent(caller)}`);
    await page
      .getByRole("link", { name: `Open the call from ${caller}` })
      .first()
      .click();
    await page.getByRole("heading", { level: 1, name: `Call from ${caller}` }).waitFor();
  }

  test("an operator without calls is told how to get one", async () => {
    await open(page, "Calls");
    await page.getByText("No calls yet").waitFor();
    if (width === 1280) expect(await look(page, "calls-empty")).toEqual([]);
    await page.setViewportSize({ width, height: 860 });
  });

  test("sees every call on the company's clock, with what became of it", async () => {
    const settings = { timezone: "Pacific/Kiritimati", verification: "confirmation_only", transfer_enabled: true };
    expect((await page.request.put(`${stack.url}/api/tenant-config`, { data: settings })).status()).toBe(200);
    await page.reload(); // the page does not know that the clock was changed
    await upload("drivers", "Name,Phone\nSamira Aziz,5205550188\n");
    await upload("reservations", rideAhead());
    await call(CALLERS.found, "My confirmation number is RIDE-1.", "Thank you, goodbye.");
    await call(CALLERS.notFound, "My confirmation number is RIDE-99.", "Goodbye.");
    await call(CALLERS.message, "I want to cancel my ride.", "Wen Bauer", "Yes", "Yes", "Yes", "Goodbye");
    await call(
      CALLERS.transfer,
      "My confirmation number is RIDE-1.",
      "Can I talk to the driver, please?",
      "Yes, please.",
    );
    const odd = { call_id: id("odd"), from_number: e164(CALLERS.unknown), to_number: number, call_status: "ended" };
    await tellEvent(stack.url, "call_ended", {
      ...odd,
      start_timestamp: Date.parse(`${dayAhead(-201)}T20:15Z`),
      duration_ms: 62_000,
      disconnection_reason: "moon_phase",
    });
    await open(page, "Calls");
    await page.getByText("5 calls", { exact: true }).waitFor();
    const rows = await page.getByRole("row").or(page.getByRole("listitem")).allInnerTexts();
    const row = (caller: string) => rows.find((text) => text.includes(caller)) ?? "";
    expect(row(CALLERS.found)).toMatch(/Answered[\s\S]*Content/);
    expect(row(CALLERS.message)).toContain("1 message left");
    expect(row(CALLERS.transfer)).toMatch(/Transferred[\s\S]*to \(520\) 555-0188/);
    expect(row(CALLERS.unknown)).toMatch(shortTime(LONG_AGO, "10:15 AM")); // a day later than in Greenwich
    expect(row(CALLERS.unknown)).toContain("1 min 2 s");
    expect(row(CALLERS.unknown)).toContain("The call ended.");
  });

  test("finds calls by outcome, day, transfer and words, and finds them again after a reload", async () => {
    await page.getByLabel("Outcome").selectOption("transferred");
    await page.getByText("1 call found").waitFor();
    await page.getByLabel("Outcome").selectOption("");
    await page.getByLabel("Transfers").selectOption("false");
    await page.getByText("4 calls found").waitFor();
    await page.getByLabel("From day").fill(LONG_AGO);
    await page.getByLabel("To day").fill(LONG_AGO);
    await page.getByText("1 call found").waitFor();
    await page.reload();
    await page.getByText("1 call found").waitFor();
    expect(await page.getByLabel("Transfers").inputValue()).toBe("false");
    expect(await page.getByLabel("From day").inputValue()).toBe(LONG_AGO);
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await page.getByText("5 calls", { exact: true }).waitFor();
    await page.getByLabel("Search", { exact: true }).fill("nobody said this");
    await page.getByText("No calls match these filters.").waitFor();
    await page.getByRole("button", { name: "Clear filters" }).click();
    await page.getByText("5 calls", { exact: true }).waitFor();
    await page.getByLabel("Search", { exact: true }).fill("602 555 0132");
    await page.getByText("1 call found").waitFor();
    await page.getByRole("link", { name: `Open the call from ${CALLERS.notFound}` }).click();
    await page.getByRole("link", { name: "All calls" }).click();
    await page.getByText("1 call found").waitFor();
    await page.goto(`${stack.url}/calls?from=2026-99-01`); // a fixed date: no calendar has it
    await page.getByRole("alert").waitFor();
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await page.getByText("5 calls", { exact: true }).waitFor();
    if (width === 1280) expect(await look(page, "calls")).toEqual([]);
    await page.setViewportSize({ width, height: 860 });
  });

  test("sees the last days in figures, each of which leads to the calls that it counts", async () => {
    await open(page, "Analytics");
    await page.getByLabel("Range of days").selectOption("7");
    const figure = (label: string) => page.locator("dl > div").filter({ hasText: label }).locator("dd").first();
    await expect.poll(() => figure("Calls").innerText()).toBe("4"); // the fifth was long ago
    expect(await figure("Messages").innerText()).toBe("1");
    await page.getByText("Show as a table").first().click();
    await page.getByRole("table", { name: "Calls by day" }).getByRole("cell", { name: "4", exact: true }).waitFor();
    expect(await page.getByRole("row", { name: "Cancel a booking" }).innerText()).toContain("1");
    if (width === 1280) expect(await look(page, "analytics")).toEqual([]);
    await page.setViewportSize({ width, height: 860 });
    await page.getByRole("link", { name: "Not found" }).click();
    await page.getByText("1 call found").waitFor();
    await page.getByRole("link", { name: `Open the call from ${CALLERS.notFound}` }).waitFor();
    await page.getByRole("button", { name: /^Look-up: Not found/ }).click();
    await page.getByText("4 calls found").waitFor();
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await page.getByText("5 calls", { exact: true }).waitFor();
  });

  test("reads what was said and looked up, and everything that went in and came out", async () => {
    await openCall(CALLERS.found);
    const talk = page.locator("section").filter({ has: page.getByRole("heading", { name: "Conversation" }) });
    await talk.getByText("Looked up a reservation").waitFor();
    await talk.getByText("Found", { exact: true }).waitFor();
    await talk.getByText("RIDE-1", { exact: true }).waitFor();
    await talk
      .getByText(/^Reservation RIDE-1 for Mei Moreau/)
      .first()
      .waitFor();
    await talk.getByText("Show the full data").first().click();
    await talk.getByText('"data_fresh": true').waitFor();
    await page.getByText("The agent said goodbye and hung up.").waitFor();
    if (width === 1280) expect(await look(page, "call")).toEqual([]);
    await page.setViewportSize({ width, height: 860 });
    await openCall(CALLERS.notFound);
    await page.getByText("Not found", { exact: true }).waitFor();
    await openCall(CALLERS.transfer);
    await page.getByText("Put the caller through to the driver").waitFor();
    await page.getByText("(520) 555-0188").first().waitFor();
    await openCall(CALLERS.message);
    await page.getByText("Saved", { exact: true }).waitFor();
    const link = await page.getByRole("link", { name: "Open the message" }).getAttribute("href");
    expect(link).toMatch(/^\/messages\?id=[\w-]+$/);
    await openCall(CALLERS.unknown);
    await page.getByText("The call ended.").waitFor();
    await page.getByText("Removed: recordings are kept for 90 days.").waitFor();
  });

  onDesk("opens a call by the address that it had before", async () => {
    await openCall(CALLERS.found);
    const { pathname } = new URL(page.url());
    expect(pathname).toMatch(/^\/calls\/[\w-]+$/);
    await page.goto(`${stack.url}/calls/one?id=${pathname.split("/").at(-1)}`);
    await page.getByRole("heading", { level: 1, name: `Call from ${CALLERS.found}` }).waitFor();
    expect(page.url()).toBe(stack.url + pathname);
  });

  test("listens to the recording, also after its link has expired", async () => {
    await openCall(CALLERS.found);
    const player = page.getByLabel("Recording of the call");
    const plays = async () => {
      await page.waitForFunction(() => (document.querySelector("audio")?.duration ?? 0) > 3);
      await player.evaluate(async (audio: HTMLAudioElement) => {
        audio.muted = true; // browsers play without a press of a button only what nobody hears
        await audio.play();
      });
      await page.waitForFunction(() => (document.querySelector("audio")?.currentTime ?? 0) > 0.2);
    };
    await plays();
    const first = (await player.getAttribute("src")) ?? "";
    const expired = (url: URL) => url.pathname + url.search === first;
    await page.route(expired, (route) => route.fulfill({ status: 404, json: {} }));
    const made = Number(/expires=(\d+)/.exec(first)?.[1]) - 600;
    await expect.poll(() => Date.now() / 1000).toBeGreaterThan(made + 1); // a link of the same second is the same link
    await player.evaluate((audio: HTMLAudioElement) => audio.load());
    await page.waitForFunction((old) => document.querySelector("audio")?.getAttribute("src") !== old, first);
    await plays();
    await page.route(/\/recording\?/, (route) => route.fulfill({ status: 503, json: {} }));
    await player.evaluate((audio: HTMLAudioElement) => audio.load());
    await page.getByText("The recording cannot be played right now.").waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent || document.activeElement?.tagName);
    await page.getByRole("button", { name: "Try again" }).focus();
    const refused = page.waitForResponse(/\/recording\?/);
    await page.keyboard.press("Enter");
    await refused;
    await expect.poll(focused).toBe("Try again");
    await page.unrouteAll();
    await page.keyboard.press("Enter");
    await plays();
    expect(await focused()).toBe("AUDIO");
  });

  test("blocks a caller, who is rejected at the next call, and unblocks them", async () => {
    await openCall(CALLERS.notFound);
    await page.getByRole("button", { name: "Block this caller" }).click();
    if (width === 1280) expect(await look(page, "call-block")).toEqual([]);
    await page.setViewportSize({ width, height: 860 });
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Block this caller" }).click();
    await page.getByRole("button", { name: "Block the caller" }).click();
    await page.getByText(`Calls from ${CALLERS.notFound} are turned away.`).waitFor();
    expect(await call(CALLERS.notFound, "Hello?")).toMatchObject({ code: "rejected" });
    await page.reload();
    await page.getByRole("button", { name: "Unblock this caller" }).click();
    await page.getByText(`${CALLERS.notFound} is unblocked.`).waitFor();
    expect(await call(CALLERS.notFound, "Goodbye.")).toMatchObject({ ok: true });
  });

  test("says that an answer was wrong, changes the note, and takes it back", async () => {
    await openCall(CALLERS.transfer);
    await page.getByRole("button", { name: "This answer was wrong" }).click();
    await page.getByLabel("What was wrong?").fill("It was the other driver.");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("You marked this answer as wrong.").waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent === "Edit the note");
    await page.reload();
    await page.getByText("It was the other driver.").waitFor();
    await page.getByRole("button", { name: "Edit the note" }).click();
    await page.getByLabel("What was wrong?").fill("The driver had changed.");
    await page.getByRole("link", { name: "All calls" }).click();
    await page.getByRole("button", { name: "Stay here" }).click();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("The driver had changed.").waitFor();
    await page.getByRole("button", { name: "Remove the mark" }).click();
    await page.getByRole("button", { name: "This answer was wrong" }).waitFor();
  });

  onDesk("sees a call while it is going on, and its end without touching anything", async () => {
    const live = {
      call_id: id("live"),
      from_number: e164(CALLERS.live),
      to_number: number,
      start_timestamp: startedAt,
    };
    await open(page, "Calls");
    await tellEvent(stack.url, "call_started", { ...live, call_status: "ongoing" });
    await page.getByText("Live now").filter({ visible: true }).first().waitFor();
    await page.getByRole("link", { name: `Open the call from ${CALLERS.live}` }).click();
    await page.getByText("The call is still going on. The summary appears shortly after it ends.").waitFor();
    const length = () => page.locator("dd", { hasText: /^\d+ min \d+ s$/ }).innerText();
    const before = await length();
    await expect.poll(length).not.toBe(before);
    if (width === 1280) expect(await look(page, "call-live")).toEqual([]);
    await page.setViewportSize({ width, height: 860 });
    await tellEvent(stack.url, "call_analyzed", {
      ...live,
      call_status: "ended",
      end_timestamp: startedAt + 90_000,
      duration_ms: 90_000,
      disconnection_reason: "user_hangup",
      transcript_object: [{ role: "user", content: "Never mind, I found it." }],
    });
    await page.getByText("The caller hung up.").waitFor();
    await page.getByText("Never mind, I found it.").waitFor();
    await page.getByText("1 min 30 s").waitFor();
  });

  onDesk("has the list asked for again while it is seen, and not while another tab is", async () => {
    const tab = await page.context().newPage();
    await tab.clock.install();
    await tab.goto(`${stack.url}/calls`);
    await tab
      .getByRole("link", { name: /^Open the call from/ })
      .first()
      .waitFor();
    const asked: string[] = [];
    tab.on("request", (request) => request.url().includes("/api/calls") && asked.push(request.url()));
    const again = tab.waitForResponse(/\/api\/calls/);
    await tab.clock.runFor(20_000);
    await (await again).finished();
    await tab.evaluate(turnTo, "hidden" as const);
    asked.length = 0;
    await tab.clock.runFor(120_000);
    expect(asked).toEqual([]);
    const back = tab.waitForRequest(/\/api\/calls/);
    await tab.evaluate(turnTo, "visible" as const);
    await back;
    await tab.close();
  });

  onDesk("reads a very long call without waiting for all of it", async () => {
    const turns = Array.from({ length: 3000 }, (_, i) => ({
      role: i % 2 ? "user" : "agent",
      content: `Line ${i + 1}. ${"And so on and on. ".repeat(5)}`,
    }));
    const long = { call_id: id("long"), from_number: e164(CALLERS.long), to_number: number, call_status: "ended" };
    await tellEvent(stack.url, "call_ended", {
      ...long,
      start_timestamp: startedAt,
      duration_ms: 7_100_000,
      disconnection_reason: "max_duration_reached",
      transcript_object: [{ role: "user", content: "word ".repeat(2000) }, ...turns],
    });
    await openCall(CALLERS.long);
    await page.getByText(/^Line 149\./).waitFor();
    expect(await page.getByText(/^Line 151\./).count()).toBe(0);
    await page.getByRole("button", { name: "Show all" }).focus();
    await page.keyboard.press("Enter");
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.length);
    await expect.poll(focused).toBe("word ".repeat(2000).length);
    await page.getByRole("button", { name: /^Show more/ }).click();
    await page.getByText(/^Line 151\./).waitFor();
  });

  test("blocks and unblocks numbers in the settings; what is wrong is said at the field", async () => {
    await open(page, "Agent Settings");
    const section = page.locator("#blocked-callers");
    await section.getByText("Nobody is blocked.").waitFor();
    await section.getByRole("button", { name: "Block a number" }).click();
    await section.getByLabel("Caller's number").fill("12");
    await section.getByRole("button", { name: "Block the number" }).click();
    await section.locator("#blocked_number-error").waitFor();
    await section.getByLabel("Caller's number").fill("6025550139");
    await section.getByLabel("Note").fill("Sells insurance");
    await section.getByRole("button", { name: "Block the number" }).click();
    await section.getByText("(602) 555-0139 is blocked.").waitFor();
    expect(await call("(602) 555-0139", "Hello?")).toMatchObject({ code: "rejected" });
    await section.getByRole("button", { name: "Block a number" }).click();
    await section.getByLabel("Caller's number").fill("+1 602 555 0139");
    await section.getByRole("button", { name: "Block the number" }).click();
    await section.getByText("This caller is already blocked.").waitFor();
    if (width === 1280) expect(await look(page, "settings-blocked")).toEqual([]);
    await page.setViewportSize({ width, height: 860 });
    await section.getByRole("button", { name: "Cancel" }).click();
    await section.getByRole("button", { name: "Unblock (602) 555-0139" }).click();
    await section.getByText("(602) 555-0139 is unblocked.").waitFor();
    await section.getByRole("button", { name: "Undo" }).click();
    await section.getByText("(602) 555-0139 is blocked again.").waitFor();
    await section.getByText(/^Sells insurance/).waitFor();
  });

  test("chooses for how long calls are kept, and is asked before anything is removed sooner", async () => {
    const section = page.locator("#retention");
    await section.getByLabel("Recordings").fill("0");
    await section.getByRole("button", { name: "Save" }).click();
    await section.getByText("Choose between 1 and 730 days.").first().waitFor();
    await section.getByLabel("Recordings").fill("30");
    await section.getByRole("button", { name: "Save" }).click();
    await page
      .getByRole("dialog", { name: "Keep calls for less time?" })
      .getByRole("button", { name: "Cancel" })
      .click();
    await section.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Remove older calls" }).click();
    await section.getByText("Saved.").waitFor();
    await page.reload();
    await section.getByLabel("Recordings").waitFor();
    expect(await section.getByLabel("Recordings").inputValue()).toBe("30");
    const old = { call_id: id("old"), from_number: "anonymous", to_number: number, call_status: "ended" };
    await tellEvent(stack.url, "call_ended", {
      ...old,
      start_timestamp: Date.parse(`${dayAhead(-300)}T00:00Z`),
      duration_ms: 5_000,
    });
    await page.goto(`${stack.url}/calls?to=${dayAhead(-290)}`);
    await page.getByRole("link", { name: "Open the call from Withheld number" }).click();
    await page.getByText("Removed: recordings are kept for 30 days.").waitFor();
    await page.getByText("This caller hid their number").waitFor();
  });

  onDesk("finds nothing at the address of another company's call", async () => {
    await openCall(CALLERS.found);
    const stranger = await newDevice();
    await newCompany(stranger, { ...company, email: `stranger-${company.email}` }, stack);
    await stranger.goto(page.url());
    await stranger.getByText("This call does not exist").waitFor();
    if (width === 1280) expect(await look(stranger, "call-none")).toEqual([]);
    await stranger.context().close();
  });

  async function upload(kind: string, csv: string): Promise<void> {
    const request = { data: csv, headers: { "content-type": "text/csv" } };
    const response = await page.request.post(`${stack.url}/api/imports?kind=${kind}&activate=true`, request);
    expect(response.status()).toBe(201);
  }
});

function companyOf(name: string, domain: string, line: string): Company {
  return {
    name,
    operator: "Ana Torres",
    email: `ana@${domain}.example`,
    greeting: `${name}, what is your confirmation number?`,
    number: `(520) 555-${line}`,
    officePhone: "5205550150",
    opens: "6 AM",
    closes: "10 PM",
  };
}

/** As when the operator turns to another tab, or back to this one. */
function turnTo(state: DocumentVisibilityState): void {
  Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
  Object.defineProperty(document, "hidden", { value: state === "hidden", configurable: true });
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
}

async function newDevice(): Promise<Page> {
  const context = await newVisitor(browser, { timezoneId: "UTC" });
  return context.newPage();
}

async function open(page: Page, tab: string): Promise<void> {
  await openPage(page, tab);
  await page.getByRole("heading", { level: 1, name: tab }).waitFor();
}

function rideAhead(): string {
  const [day] = new Date(Date.now() + 3 * 86_400_000).toISOString().split("T");
  return `Conf#,Passenger,Phone,Pickup Date,Pickup Time,Driver\nRIDE-1,Mei Moreau,6025550131,${day},7:10 AM,Samira Aziz\n`;
}

function e164(shown: string): string {
  return `+1${shown.replace(/\D/g, "")}`;
}
