import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { newVisitor, openBrowser } from "./browser.ts";
import { signIn, signUp } from "./company.ts";
import { look } from "./look.ts";

const stack = inject("stack");
const COMPANY = {
  name: "Cholla Rides",
  operator: "Mina Okafor",
  email: "mina@cholla-rides.example",
  greeting: "",
  number: "",
  officePhone: "5205550194",
  opens: "6 AM",
  closes: "10 PM",
};

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await (await newVisitor(browser, { timezoneId: "America/Denver" })).newPage();
});

afterAll(() => browser?.close());

const step = (title: string) => page.getByRole("heading", { level: 2, name: title, exact: true });
const goOn = () => page.getByRole("button", { name: "Save and continue" }).click();

test("a new operator goes from the confirmed mail to a ride that their own agent finds", async () => {
  await signUp(page, COMPANY, stack);
  await page.getByText("Step 1 of 6").waitFor();
  await goOn();
  await page.getByText("Enter your company's name.").waitFor();
  expect(await look(page, "welcome-company")).toEqual([]);
  await page.getByLabel("Company name").fill(COMPANY.name);
  await page.keyboard.press("Enter");

  await step("Greeting").waitFor();
  await page.getByText(/“Thank you for calling Cholla Rides reservations/).waitFor();
  await page.getByRole("button", { name: "Business hours into greeting" }).click();
  await page.getByText(/helpline\..* 6 AM to 10 PM”/).waitFor();
  await page.getByRole("button", { name: "Use default" }).click();
  expect(await look(page, "welcome-greeting")).toEqual([]);
  await goOn();

  await step("Hours").waitFor();
  expect(await page.getByLabel("Time zone").inputValue()).toContain("Denver");
  await page.getByRole("radio", { name: "Weekdays and weekend" }).check();
  await page.getByLabel("Monday to Friday, opens").fill("05:30");
  await page.getByRole("checkbox", { name: /Christmas Day/ }).check();
  expect(await look(page, "welcome-hours")).toEqual([]);
  await goOn();

  await step("Who answers").waitFor();
  await page.getByRole("radio", { name: "After hours only" }).check();
  await page.getByLabel("Office phone").pressSequentially(COMPANY.officePhone);
  await goOn();

  await step("Reservations").waitFor();
  await page.getByRole("button", { name: "Use sample data" }).click();
  await page.getByText("These rides are sample data.").waitFor();
  expect(await look(page, "welcome-reservations")).toEqual([]);
  await page.getByRole("link", { name: "Try your agent with it" }).click();
  await page.getByRole("button", { name: "My confirmation number is SAMPLE-1001." }).click();
  await page.getByText("Looked up a reservation").waitFor();
});

test("on another device they go on where they stopped, with everything that they saved", async () => {
  const phone = await (await newVisitor(browser, { viewport: { width: 360, height: 780 } })).newPage();
  await phone.goto(`${stack.url}/sign-in?to=/welcome`);
  await signIn(phone, COMPANY.email);
  await phone.getByText("Step 6 of 6").waitFor();
  await phone.getByRole("link", { name: "Hours", exact: true }).click();
  expect(await phone.getByLabel("Monday to Friday, opens").inputValue()).toBe("05:30");
  expect(await phone.getByRole("checkbox", { name: /Christmas Day/ }).isChecked()).toBe(true);
  await phone.getByRole("button", { name: "Skip" }).click();
  await phone.getByRole("button", { name: "Back" }).click();
  await phone.getByText("Step 3 of 6").waitFor();
  await phone.context().close();
});

test("one press removes the sample, and an operator who has a number is not asked again", async () => {
  await page.goto(`${stack.url}/welcome?step=reservations`);
  await page.getByRole("button", { name: "Remove the sample data" }).click();
  await page.getByRole("button", { name: "Use sample data" }).waitFor();
  await page.getByRole("button", { name: "Continue" }).click();
  await step("Phone number").waitFor();
  expect(await look(page, "welcome-number")).toEqual([]);
  await page.request.post(`${stack.url}/api/phone-numbers`, {
    data: { phone_number: "+14805550196" },
    headers: { origin: stack.url },
  });
  await page.goto(`${stack.url}/welcome`);
  await page.getByRole("heading", { level: 1, name: COMPANY.name }).waitFor();
});
