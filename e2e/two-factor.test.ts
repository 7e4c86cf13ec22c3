import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { oneTimeCode } from "../worker/testing/one-time-code.ts";
import { newVisitor, openBrowser } from "./browser.ts";
import { type Company, signIn, signUp } from "./company.ts";
import { look } from "./look.ts";

const CEDAR: Company = {
  name: "Cedar Rides",
  operator: "Lena Ortiz",
  email: "lena@cedar-rides.example",
  greeting: "Cedar Rides, good evening.",
  number: "(480) 555-0181",
  officePhone: "4805550182",
  opens: "6 AM",
  closes: "10 PM",
};
const FIRST_PASSWORD = "seven shuttles at dawn";
const NEW_PASSWORD = "eleven herons by the water";

const stack = inject("stack");
let browser: Browser;
let page: Page;
let address: string;
let recoveryCode: string;

beforeAll(async () => {
  browser = await openBrowser();
  page = await (await newVisitor(browser)).newPage();
  await signUp(page, CEDAR, stack);
});

afterAll(() => browser?.close());

async function openSecurity(): Promise<void> {
  await page.getByRole("button", { name: "Account", exact: true }).click();
  await page.getByRole("link", { name: "Password and two-factor" }).click();
  await page.getByRole("heading", { level: 1, name: "Password and two-factor" }).waitFor();
}

async function signOut(): Promise<void> {
  await page.getByRole("button", { name: "Account", exact: true }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
}

test("an operator changes their password in the account menu, and is told what is wrong with an easy one", async () => {
  await openSecurity();
  await page.getByLabel("Current password", { exact: true }).fill(FIRST_PASSWORD);
  await page.getByLabel("New password", { exact: true }).fill("Cedar-Rides-2027");
  await page.getByRole("button", { name: "Change the password" }).click();
  await page.getByText("“cedarrides” is easy to guess").waitFor();
  await page.getByLabel("New password", { exact: true }).fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Change the password" }).click();
  await page.getByText("Your password has been changed.").waitFor();
});

test("they switch two-factor on with a QR code or its key, and see recovery codes once", async () => {
  await page.getByRole("button", { name: "Switch on two-factor" }).click();
  await page.getByLabel("Your password", { exact: true }).fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("img", { name: "QR code" }).waitFor();
  expect(await look(page, "two-factor")).toEqual([]);
  const secret = await page.getByText(/^[A-Z2-7]{30,}$/).innerText();
  address = `otpauth://totp/Nightdesk?secret=${secret}`;
  await page.getByLabel("Code from the app", { exact: true }).fill("000000");
  await page.getByRole("button", { name: "Switch on", exact: true }).click();
  await page.getByText("This code is wrong or has expired.").waitFor();
  await page.getByLabel("Code from the app", { exact: true }).fill(await oneTimeCode(address));
  await page.getByRole("button", { name: "Switch on", exact: true }).click();
  const codes = await page.getByText(/^\w{5}-\w{5} /).innerText();
  expect(codes.split(" ")).toHaveLength(10);
  [recoveryCode = ""] = codes.split(" ");
  await page.getByRole("button", { name: "I have saved them" }).click();
  await page.getByText("Two-factor is on.").waitFor();
});

test("signing in asks for the code, or for a recovery code", async () => {
  await signOut();
  await signIn(page, CEDAR.email, NEW_PASSWORD);
  await page.getByLabel("Code from your app", { exact: true }).fill(await oneTimeCode(address));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Account", exact: true }).waitFor();
  await signOut();
  await signIn(page, CEDAR.email, NEW_PASSWORD);
  await page.getByRole("button", { name: "Use a recovery code instead" }).click();
  await page.getByLabel("Recovery code", { exact: true }).fill(recoveryCode);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Account", exact: true }).waitFor();
});

test("they switch it off again with their password", async () => {
  await openSecurity();
  await page.getByRole("button", { name: "Switch off two-factor" }).click();
  await page.getByLabel("Your password", { exact: true }).fill("not the right one");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByText("This is not your password.").waitFor();
  await page.getByLabel("Your password", { exact: true }).fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Switch on two-factor" }).waitFor();
});
