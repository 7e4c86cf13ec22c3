import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import * as z from "zod";
import { askForCall } from "../scripts/ask-for-call.ts";
import { newVisitor, openBrowser } from "./browser.ts";
import { type Company, readyCompany } from "./company.ts";
import { dayAhead, longDay, saidTime } from "./days.ts";
import { LISTS_AHEAD, listFile } from "./list-file.ts";
import { look } from "./look.ts";
import { openPage } from "./open-page.ts";

const LIMO_ANYWHERE = "worker/imports/reading/fixtures/reservations-limo-anywhere.csv";
const SUN_CITY = "drizzle/seed/reservations-sun-city-express.csv";
const DRIVERS = "drizzle/seed/drivers-sun-city-express.csv";
const FIRST_DAY = dayAhead(LISTS_AHEAD + 2); // of LIMO_ANYWHERE
const [NEXT_MONTH, DAY_AFTER] = [dayAhead(40), dayAhead(41)];

const stack = inject("stack");
let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), "nightdesk-lists-"));
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each([
  { width: 1280, company: companyOf("Mesa Verde Shuttle", "mesa-verde", "0171") },
  { width: 360, company: companyOf("Red Rock Limo", "red-rock", "0181") },
])("an operator on a screen of $width px", ({ width, company }) => {
  const callers = `+1520555${company.number.slice(-4)}`;
  let page: Page;

  beforeAll(async () => {
    const context = await newVisitor(browser, { acceptDownloads: true });
    page = await context.newPage();
    await readyCompany(page, company, stack, { verification: "confirmation_only" });
    await page.setViewportSize({ width, height: 860 });
  });

  test("imports a dispatch export, puts a column right, and the next call finds the booking", async () => {
    await open(page, "Reservations");
    await page.getByText("No reservations yet").waitFor();
    await page.getByRole("link", { name: "Import reservations" }).click();
    await chooseFile(page, LIMO_ANYWHERE);
    await page.getByText("43 reservations can be read, 2 rows cannot.").waitFor();
    await page.getByText(saidTime(FIRST_DAY, "10 PM")).filter({ visible: true }).waitFor();
    await page.getByText("“13/45/2026” is no day of the calendar").waitFor(); // a fixed date: no calendar has it
    await page.getByLabel("Column for Vehicle", { exact: true }).selectOption("Vehicle Type");
    await upload(page);
    await page.getByRole("button", { name: "43 New" }).waitFor();
    expect(await heard(callers, "50211")).not.toContain("Mei Moreau");
    await activate(page);
    expect(await heard(callers, "50211")).toContain("Reservation 50211 for Mei Moreau");
    await page.getByRole("link", { name: "See the reservations" }).click();
    await page.getByLabel("Search", { exact: true }).fill("moreau mei");
    await page.getByText("1 reservation found").waitFor();
    await page.getByRole("link", { name: "Open 50211" }).filter({ visible: true }).click();
    await page.getByRole("dialog").getByText("SUV", { exact: true }).waitFor();
  });

  test("changes a booking by hand, and hears it in a test look-up", async () => {
    const drawer = page.getByRole("dialog", { name: "Reservation 50211" });
    await drawer.getByRole("button", { name: "Edit" }).click();
    await drawer.getByLabel("Driver", { exact: true }).fill("Karen Whitlock");
    await drawer.getByRole("button", { name: "Save" }).click();
    await drawer.getByText(/^Edited/).waitFor();
    await drawer.getByRole("button", { name: "Close" }).click();
    await drawer.waitFor({ state: "detached" });
    await page.getByText("Test a look-up").click();
    await page.getByLabel("Confirmation number").fill("50211");
    await page.getByRole("button", { name: "Look up" }).click();
    await page.getByText("The driver is Karen Whitlock.").first().waitFor();
  });

  test("sees that the same file again changes nothing, and reads it the way it was read before", async () => {
    await page.goto(`${stack.url}/imports/new?kind=reservations`);
    await chooseFile(page, LIMO_ANYWHERE);
    await page.getByText("Your earlier choices for these columns are used.").waitFor();
    await upload(page);
    await page.getByText("Your agent already uses this list.").waitFor();
  });

  test("imports a workbook, and one click undoes it", async () => {
    const file = join(folder, `rides-${width}.xlsx`);
    await writeExcelFile(rides()).toFile(file);
    await page.goto(`${stack.url}/imports/new?kind=reservations`);
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByRole("heading", { name: "What does “Farmed out” mean?" }).waitFor();
    await reply(page, /^The ride takes place/);
    await page.getByText("2 reservations can be read.").waitFor();
    await upload(page);
    await page.getByRole("button", { name: "2 New" }).waitFor();
    await page.getByRole("button", { name: "43 Removed" }).waitFor();
    await page.getByRole("button", { name: "Activate" }).click();
    const asked = page.getByRole("dialog", { name: /^Leave out \d+ of \d+ coming rides\?$/ });
    await asked.getByRole("button", { name: "Keep the list in use" }).click();
    expect(await heard(callers, "XL-9001")).not.toContain("Noor Haddad");
    await activate(page);
    expect(await heard(callers, "XL-9001")).toContain("Reservation XL-9001 for Noor Haddad");
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Undone. Your agent uses the reservations from before this import.").waitFor();
    expect(await heard(callers, "XL-9001")).not.toContain("Noor Haddad");
    expect(await heard(callers, "50211")).toContain("Mei Moreau");
  });

  test("adds a second file on top, and the list of before is still there", async () => {
    await page.goto(`${stack.url}/imports/new?kind=reservations`);
    await chooseFile(page, SUN_CITY);
    await page.getByText(/reservations can be read/).waitFor();
    await page.getByRole("radio", { name: "Add to the list" }).check();
    await upload(page);
    await activate(page);
    expect(await heard(callers, "50211")).toContain("Mei Moreau");
    await page.getByRole("link", { name: "See the reservations" }).click();
    await page.getByText(/^1\d\d reservations$/).waitFor();
  });

  test("imports drivers and sees which of them callers cannot be put through to", async () => {
    await open(page, "Drivers");
    await page.getByRole("button", { name: "Add Samira Aziz" }).waitFor();
    await page.getByRole("link", { name: "Import drivers" }).click();
    await chooseFile(page, DRIVERS);
    await page.getByText(/drivers can be read/).waitFor();
    await upload(page);
    await activate(page);
    await page.getByRole("link", { name: "See the drivers" }).click();
    await page.getByRole("button", { name: "Edit Samira Aziz" }).waitFor();
    await page.getByRole("button", { name: "Add Samira Aziz" }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Add a driver" }).click();
    await page.getByLabel("Name", { exact: true }).fill("luis ortega");
    await page.getByLabel("Phone", { exact: true }).fill("5205550177");
    await page.getByRole("button", { name: "Add the driver" }).click();
    await page.getByText("Another driver has the same name, so calls are transferred to neither.").first().waitFor();
    await page.getByRole("button", { name: "Remove luis ortega" }).last().click();
    await page.getByRole("button", { name: "Remove the driver" }).click();
    await page.getByText("Another driver has the same name").first().waitFor({ state: "detached" });
  });

  test("reads how fresh the list is, and pushes it with a key from then on", async () => {
    await open(page, "Reservations");
    await page
      .getByText(/Fresh: as of \d+:\d\d [AP]M today/)
      .first()
      .waitFor();
    await open(page, "Agent Settings");
    await page.getByRole("button", { name: "Create a key" }).click();
    await page.getByLabel("Name of the key").fill("Dispatch office");
    await page.getByRole("button", { name: "Create the key" }).click();
    await page.getByText("Copy it now").waitFor();
    const command = await page.getByText(/^curl /).innerText();
    const [, key = ""] = /Bearer (nd_[\w-]+)/.exec(command) ?? [];
    const [, address = ""] = /'(http[^']+)'$/.exec(command) ?? [];
    const headers = { authorization: `Bearer ${key}`, "content-type": "text/csv" };
    const body = `Conf#,PU Date,PU Time,Passenger Name
API-1,${NEXT_MONTH},6:30 AM,Wen Bauer
API-2,${DAY_AFTER},7:30 AM,Bo Li
`;
    const pushed = await fetch(address, { method: "POST", headers, body });
    // It leaves out nearly all coming rides, so it waits until somebody has looked.
    const held = z
      .object({ id: z.string() })
      .loose()
      .parse(await pushed.json());
    expect([pushed.status, held]).toMatchObject([201, { status: "ready", rows: 2, held: expect.any(String) }]);
    await page.goto(`${stack.url}/imports/${held.id}`);
    await page.getByText(/^This list leaves out/).waitFor();
    await activate(page);
    expect(await heard(callers, "API-1")).toContain("Wen Bauer");
    await page.goto(`${stack.url}/import-status`); // where a mail of before leads
    const history = page.getByRole("dialog", { name: "Imports of reservations" });
    await history.getByText("Dispatch office").first().waitFor();
    await history.getByRole("button", { name: "Close" }).click();
    await open(page, "Agent Settings");
    await page.getByRole("button", { name: "Revoke Dispatch office" }).click();
    await page.getByRole("button", { name: "Revoke the key" }).click();
    await page.getByText("Revoked", { exact: true }).waitFor();
    expect((await fetch(address, { method: "POST", headers, body })).status).toBe(401);
  });

  test("loses the connection during an upload, which goes on by itself and sends nothing twice", async () => {
    const sent: string[] = [];
    await page.route("**/api/imports/*/pages/*", (route) => {
      const number = route.request().url().split("/").at(-1) ?? "";
      sent.push(number);
      return number === "1" && sent.filter((one) => one === "1").length < 3 ? route.abort() : route.continue();
    });
    const rows = Array.from(
      { length: 5000 },
      (_, i) => `N-${i},${dayAhead(60 + (i % 18))} 07:${10 + (i % 50)},Bo Li ${i}`,
    );
    const buffer = Buffer.from(["Conf#,Pickup Time,Passenger Name", ...rows].join("\n"));
    await page.goto(`${stack.url}/imports/new?kind=reservations`);
    await page.locator("input[type=file]").setInputFiles({ name: "many.csv", mimeType: "text/csv", buffer });
    await page.getByText("5,000 reservations can be read.").waitFor();
    await upload(page);
    await page.getByRole("button", { name: "5,000 New" }).waitFor();
    expect(sent).toEqual(["0", "1", "1", "1", "2"]);
    await page.unroute("**/api/imports/*/pages/*");
    await page.getByRole("button", { name: "Discard" }).click();
    await page.getByRole("dialog", { name: "Imports of reservations" }).waitFor();
  });

  test.each([
    ["an empty file", "", "The file is empty"],
    ["only a header", "Conf#,PU Date\n", "no rows below them"],
    ["a picture that calls itself CSV", "%PDF-1.7 nothing", "This is a PDF"],
    ["one column", "Conf#\n1\n2\n", "only one column"],
  ])("is told plainly about %s", async (_, content, words) => {
    await page.goto(`${stack.url}/imports/new?kind=reservations`);
    const buffer = Buffer.from(content);
    await page.locator("input[type=file]").setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer });
    await page.getByRole("alert").getByText(words).waitFor();
  });

  test("may choose a file the very moment the page is drawn", async () => {
    await open(page, "Drivers");
    await page.evaluate(chooseAtOnce, "Driver Name,Cell Phone\nAda Quill,5205550178\n");
    await page.getByRole("link", { name: "Import", exact: true }).click();
    await page.getByText("1 driver can be read.").waitFor();
  });

  test("is asked which day it is where the file does not tell", async () => {
    const year = dayAhead(400).slice(0, 4); // next year's or the one after, never this one's
    const content = `Conf#,Journey Date,Time,Name\nQ-1,03/04/${year},14:00,Ana Li\nQ-2,05/06/${year},15:00,Bo Li\n`;
    await page.goto(`${stack.url}/imports/new?kind=reservations`);
    const buffer = Buffer.from(content);
    await page.locator("input[type=file]").setInputFiles({ name: "days.csv", mimeType: "text/csv", buffer });
    await page.getByRole("heading", { name: `Which day is “03/04/${year}”?` }).waitFor();
    const dayFirst = longDay(`${year}-04-03`);
    await reply(page, new RegExp(`^${dayFirst}`));
    await page.getByText("No column with the passengers' telephone numbers was found").waitFor();
    await page.getByText(`${dayFirst} at 2 PM`).filter({ visible: true }).waitFor();
  });

  test("answers one question after the other about a hard file, goes back once, and sees what was understood", async () => {
    await page.goto(`${stack.url}/imports/new?kind=reservations`);
    const buffer = Buffer.from(HARD);
    await page.locator("input[type=file]").setInputFiles({ name: "hard.csv", mimeType: "text/csv", buffer });
    const question = (place: string, words = "") =>
      page.getByRole("heading", { level: 2, name: new RegExp(`^${place}.*${words}`) });
    await question("Question 1 of 3", "Which columns are the passengers’ own phone numbers").waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H2");
    if (width === 1280) expect(await look(page, "import-question")).toEqual([]);
    await page.setViewportSize({ width, height: 860 });
    await reply(page, /^Only Phone 1/);
    await question("Question 2 of 3", "What does “Farmed out” mean").waitFor();
    await page.getByText("row 5 (Ben Ode) and row 6 (Cy Farr)").waitFor();
    await page.getByRole("button", { name: "Back" }).click();
    await question("Question 1 of 3").waitFor();
    await page.getByRole("button", { name: "Continue" }).click(); // as it was understood: both columns
    await question("Question 2 of 3").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space"); // the first answer
    await page.keyboard.press("Enter");
    await question("Question 3 of 3", "What does “On hold” mean").waitFor();
    await reply(page, /^Callers should ask the office/);
    await page.getByText("4 reservations can be read.").waitFor();
    expect(await page.getByLabel("Column 2 for Passenger phone").inputValue()).toBe("Phone 2");
    await page.getByText("602-555-0171 · 602-555-0172 · 602-555-0173").waitFor();
    if (width === 1280) expect(await look(page, "import-understood")).toEqual([]);
    await page.setViewportSize({ width, height: 860 });
    await upload(page);
    await page.getByText("Times that are still open").waitFor();
    await page.getByRole("button", { name: /Removed$/ }).click();
    await page
      .getByText(/API-1.*Wen Bauer/s)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Activate" }).click();
    await page.getByRole("dialog", { name: /^Leave out/ }).waitFor();
    if (width === 1280) expect(await look(page, "import-leaves-out")).toEqual([]);
    await page.setViewportSize({ width, height: 860 });
    await page.getByRole("button", { name: "Keep the list in use" }).click();
    await page.getByRole("button", { name: "Discard" }).click();
    await page.getByRole("dialog", { name: "Imports of reservations" }).waitFor();
  });

  if (width !== 1280) return;
  test.each([
    ["reservations", "/reservations", "API-1"],
    ["drivers", "/drivers", "Luis Ortega"],
    ["import-history", "/reservations?history=open", "Dispatch office"],
    ["import-new", "/imports/new?kind=reservations", "Choose a file"],
  ])("the %s page is readable for everybody, day and night", async (name, path, content) => {
    await page.goto(stack.url + path);
    await page.getByText(content).filter({ visible: true }).first().waitFor();
    expect(await look(page, name)).toEqual([]);
  });

  test("the preview of a file and its difference are readable for everybody, day and night", async () => {
    await page.goto(`${stack.url}/imports/new?kind=reservations`);
    await chooseFile(page, LIMO_ANYWHERE);
    await page.getByText(/reservations can be read/).waitFor();
    expect(await look(page, "import-preview")).toEqual([]);
    await upload(page);
    await page.getByRole("button", { name: "43 New" }).waitFor();
    expect(await look(page, "import-review")).toEqual([]);
  });
});

/** Cover lines, two columns of telephones, open times and statuses that only this company knows. */
const HARD = `Desert Rides dispatch report,,,,,,,
Printed in the morning,,,,,,,
Trip No,Passenger,Phone 1,Phone 2,PU Date,PU Time,From,Status
H-1,Ada Quill,602-555-0171,520-555-0141,${NEXT_MONTH},7:10 AM,1 Main St,Confirmed
H-2,Ben Ode,602-555-0172,520-555-0142,${NEXT_MONTH},Will call,2 Elm St,Farmed out
H-3,Cy Farr,602-555-0173,520-555-0143,${DAY_AFTER},TBD,3 Oak Ave,Farmed out
H-4,Di Gray,602-555-0174,520-555-0144,${DAY_AFTER},9:00 AM,4 Hill Rd,On hold
`;

function companyOf(name: string, domain: string, line: string): Company {
  return {
    name,
    operator: "Ana Torres",
    email: `ana@${domain}.example`,
    greeting: `${name}, what is your confirmation number?`,
    number: `(520) 555-${line}`,
    officePhone: `520555${line.slice(0, 3)}9`,
    opens: "6 AM",
    closes: "10 PM",
  };
}

/** Times of a workbook are dates of its own calendar, not texts. */
function rides() {
  const header = ["Trip ID", "Pickup Date/Time", "Passenger", "Cellular Phone", "Status"].map((value) => ({ value }));
  const ride = (id: string, at: string, name: string, phone: string, status: string) => [
    { value: id },
    { value: new Date(at), type: Date, format: "mm/dd/yyyy hh:mm" },
    { value: name },
    { value: phone },
    { value: status },
  ];
  return [
    header,
    ride("XL-9001", `${NEXT_MONTH}T21:30:00Z`, "Haddad, Noor", "(520) 555-0191", "Farmed out"),
    ride("XL-9002", `${DAY_AFTER}T06:15:00Z`, "Park, Lee", "(520) 555-0192", "Confirmed"),
  ];
}

async function open(page: Page, tab: string): Promise<void> {
  await openPage(page, tab);
  await page.getByRole("heading", { level: 1, name: tab }).waitFor();
}

/** Chooses a list. If a column is asked about, the list has none. */
async function chooseFile(page: Page, path: string): Promise<void> {
  await page.locator("input[type=file]").setInputFiles(listFile(path));
  const understood = page.getByRole("heading", { name: "How your agent reads it" });
  const question = page.getByRole("heading", { level: 2, name: /^Question/ });
  await understood.or(question).first().waitFor();
  if (await question.isVisible()) {
    const none = page.getByRole("radio", { name: "The list has none" });
    const many = page.getByRole("combobox", { name: /^Question/ }); // more than a few columns are a list that opens
    await none.or(many).first().waitFor();
    if (await many.isVisible()) await many.selectOption("The list has none");
    else await none.check();
    await page.getByRole("button", { name: "Continue" }).click();
  }
  await understood.waitFor();
}

/** Answers the question that is asked. */
async function reply(page: Page, answer: RegExp): Promise<void> {
  await page.getByRole("radio", { name: answer }).check();
  await page.getByRole("button", { name: "Continue" }).click();
}

/** Chooses a file in the turn in which the picker is drawn, before the page has run any of its effects. */
function chooseAtOnce(content: string): void {
  const watch = new MutationObserver(() => {
    const input = document.querySelector<HTMLInputElement>("input[type=file]");
    if (!input) return;
    watch.disconnect();
    const files = new DataTransfer();
    files.items.add(new File([content], "at-once.csv", { type: "text/csv" }));
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  watch.observe(document, { childList: true, subtree: true });
}

async function upload(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Upload and compare" }).click();
  await page.getByRole("heading", { level: 1, name: /^Import of/ }).waitFor();
}

async function activate(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Activate" }).click();
  const uses = page.getByText("Your agent uses this list.");
  const anyway = page.getByRole("button", { name: "Activate it" });
  await uses.or(anyway).first().waitFor();
  if (await anyway.isVisible()) await anyway.click();
  await uses.waitFor();
}

/** What the agent says to somebody who calls and gives this number. */
async function heard(to: string, confirmation: string): Promise<string> {
  const say = [`My confirmation number is ${confirmation}.`, "Goodbye."];
  const { report } = await askForCall({ to, from: "+16025550119", say }, stack.emulatorUrl, stack.url);
  return report.transcript.map(({ content }) => content).join("\n");
}
