import type { Page } from "playwright-core";
import { Temporal } from "temporal-polyfill/implementation";
import { FORWARDING_MODES } from "../../worker/routing/forwarding-modes.ts";
import { dialledFor, letTwilioAsk } from "./carrier-call.ts";
import { B } from "./company.ts";
import { e164, equal } from "./equal.ts";
import type { Ground } from "./ground.ts";

/** The time zone of both companies: the browser's, which the wizard takes over. */
export const ZONE = "America/Phoenix";
const TWILIO_NUMBER = "(602) 555-0164";

/** Changes fields in Agent Settings that nothing else here depends on, and finds them again after a reload. */
export async function savesFields(page: Page, { url }: Ground): Promise<void> {
  const texts = {
    "Operator name": "Robin Park",
    "Operator phone": "(602) 555-0165",
    "Operator e-mail": "robin@painted-desert.example",
    "After-hours message": "We are back at 6 AM.",
  };
  await page.goto(`${url}/settings`);
  for (const [label, text] of Object.entries(texts)) await page.getByLabel(label, { exact: true }).fill(text);
  await transfer(page).uncheck();
  await save(page);
  await page.reload();
  await page.getByText(/^Saved/).waitFor();
  for (const [label, text] of Object.entries(texts)) {
    equal(await page.getByLabel(label, { exact: true }).inputValue(), text, label);
  }
  equal(await transfer(page).isChecked(), false, "the transfer to the driver");
}

function transfer(page: Page) {
  return page.getByRole("checkbox", { name: "Transfer to the driver" });
}

/** The mode and whether the office is open now, and who must answer then. */
const CASES = [
  { mode: "after_hours", open: true, answers: "office" },
  { mode: "after_hours", open: false, answers: "agent" },
  { mode: "overflow", open: false, answers: "office" },
  { mode: "always", open: true, answers: "agent" },
] as const;

/** Each mode, with hours chosen so that the office is open or closed at this moment, as the carrier asks. */
export async function checkModes(page: Page, { url }: Ground, agentNumber: string): Promise<void> {
  const { items } = await (await page.request.get(`${url}/api/phone-numbers`)).json();
  await page.goto(`${url}/numbers/${items[0].id}/route`);
  const voiceUrl = await letTwilioAsk(page, TWILIO_NUMBER);
  await page.goto(`${url}/settings`);
  for (const [index, { mode, open, answers }] of CASES.entries()) {
    const hour = Temporal.Now.zonedDateTimeISO(ZONE).hour;
    const [before, after] = [(hour + 18) % 24, (hour + 6) % 24]; // six hours away, so it may strike while this runs
    await page.getByRole("radio", { name: FORWARDING_MODES[mode] }).check();
    await page.getByLabel("Opens", { exact: true }).selectOption(String(open ? before : after));
    await page.getByLabel("Closes", { exact: true }).selectOption(String(open ? after : before));
    await save(page);
    const dialled = await dialledFor(voiceUrl, { from: `+1480555011${index}`, to: e164(TWILIO_NUMBER) });
    const expected = answers === "office" ? e164(B.officePhone) : agentNumber;
    equal(
      dialled,
      expected,
      `who is dialed with “${FORWARDING_MODES[mode]}” while the office is ${open ? "open" : "closed"}`,
    );
  }
}

export async function save(page: Page): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === "PUT");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const response = await answered;
  if (!response.ok()) throw new Error(`The settings were not saved: ${await response.text()}`);
  await page.getByText("Saved. The next call uses it.").waitFor();
}
