import { setTimeout } from "node:timers/promises";
import type { Page } from "playwright-core";
import type { Stack } from "./stack.ts";

export type Company = {
  name: string;
  operator: string;
  email: string;
  greeting: string;
  number: string;
  officePhone: string;
  opens: string;
  closes: string;
};

type Running = Omit<Stack, "stop">;

const PASSWORD = "seven shuttles at dawn";
const MAIL_TIMEOUT_MS = 120_000; // mail waits for the queue

/** A company that has just signed up, without looking at a page of it; the page's browser is signed in at Agent Settings. */
export async function newCompany(page: Page, company: Company, { url, emulatorUrl }: Running): Promise<void> {
  const since = Date.now();
  const post = async (path: string, data: object) => {
    const response = await page.request.post(`${url}/api/${path}`, { data, headers: { origin: url } });
    if (!response.ok()) throw new Error(`${path} answered ${response.status()}: ${await response.text()}`);
  };
  const { operator: name, email } = company;
  await post("auth/sign-up/email", { name, email, password: PASSWORD, callbackURL: "/verify" });
  await page.request.get(await mailedLink(emulatorUrl, email, "verify", since));
  await post("auth/sign-in/email", { email, password: PASSWORD });
  await page.goto(`${url}/settings`);
  await page.getByText("Nothing saved yet").waitFor();
}

/** As `newCompany`, with settings and its number. */
export async function readyCompany(page: Page, company: Company, running: Running, more = {}): Promise<void> {
  await newCompany(page, company, running);
  const put = await page.request.put(`${running.url}/api/tenant-config`, {
    data: {
      company_name: company.name,
      welcome_message: company.greeting,
      business_hours_start: hourOf(company.opens),
      business_hours_end: hourOf(company.closes),
      forwarding_mode: "after_hours",
      office_phone: company.officePhone,
      ...more,
    },
  });
  const added = await page.request.post(`${running.url}/api/phone-numbers`, { data: { phone_number: company.number } });
  if (!put.ok() || !added.ok()) throw new Error(`${await put.text()} ${await added.text()}`);
  await page.reload();
  await page.getByText(/^Saved/).waitFor();
}

/** "6 AM" is 6, "10 PM" is 22. */
function hourOf(clock: string): number {
  const [hour, half] = clock.split(" ");
  return (Number(hour) % 12) + (half === "PM" ? 12 : 0);
}

/** Creates the account, follows the link in the mail, and signs in. */
export async function signUp(page: Page, company: Company, { url, emulatorUrl }: Running): Promise<void> {
  const since = Date.now();
  await page.goto(url);
  await page.getByRole("link", { name: "Create an account" }).click();
  await page.getByLabel("Your name").fill(company.operator);
  await page.getByLabel("E-mail").fill(company.email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("heading", { name: "Check your e-mail" }).waitFor();
  await page.goto(await mailedLink(emulatorUrl, company.email, "verify", since));
  await page.getByRole("heading", { name: "Your e-mail is confirmed" }).waitFor();
  const signedIn = page.getByRole("link", { name: "Set up your agent" });
  await signedIn.or(page.getByRole("link", { name: "Sign in" })).click();
  const welcome = page.getByRole("heading", { name: "Set up your agent" });
  await welcome.or(page.getByRole("heading", { name: "Sign in" })).waitFor();
  if (await welcome.isVisible()) return;
  await signIn(page, company.email);
  await welcome.waitFor();
}

/** Fills in the sign-in page that is open. */
export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Opens Agent Settings, which the set-up page does not need, fills them in as an operator does, saves, adds the number, and comes back. */
export async function setUp(page: Page, company: Company): Promise<void> {
  await page.getByRole("link", { name: "Agent Settings" }).click();
  await page.getByLabel("Company name").fill(company.name);
  await page.getByLabel("Greeting", { exact: true }).fill(company.greeting);
  await page.getByLabel("Opens").selectOption(company.opens);
  await page.getByLabel("Closes").selectOption(company.closes);
  await page.getByRole("radio", { name: "After hours only" }).check();
  await page.getByLabel("Office phone").pressSequentially(company.officePhone);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Saved. The next call uses it.").waitFor();
  await page.getByRole("link", { name: "Add your number" }).click();
  await addNumber(page, company.number);
  await page.getByRole("link", { name: "Agent Settings" }).click();
  await page.getByText(/^Saved/).waitFor();
}

/** Fills in "Add a number", which is open, and waits for the page of the new number. */
export async function addNumber(page: Page, number: string): Promise<void> {
  await page.getByLabel("Phone number", { exact: true }).fill(number);
  await page.getByRole("button", { name: "Add the number" }).click();
  await page.getByRole("heading", { level: 1, name: number }).waitFor();
}

/** The first link with this word in it that was mailed to an address since then (epoch milliseconds). */
export async function mailedLink(emulatorUrl: string, email: string, word: string, since = 0): Promise<string> {
  const mailbox = `${emulatorUrl}/mailbox.json?to=${encodeURIComponent(email)}`;
  for (const end = performance.now() + MAIL_TIMEOUT_MS; performance.now() < end; await setTimeout(100)) {
    const mails: { sent_at: string }[] = await (await fetch(mailbox)).json();
    const recent = mails.filter(({ sent_at }) => Date.parse(sent_at) >= since);
    const links = JSON.stringify(recent).match(/https?:\/\/[^\s\\"<>]+/g);
    const link = links?.find((found) => found.includes(word));
    if (link) return link;
  }
  throw new Error(`There is no mail with "${word}" in its link for ${email}.`);
}
