import { dayAhead } from "../days.ts";
import type { Ground } from "./ground.ts";
import type { Person } from "./person.ts";

/** A company of the launch checklist as its operator would describe it. */
export type LaunchCompany = {
  name: string;
  operator: string;
  mailbox: string;
  greeting: string;
  officePhone: string;
  /** Name of the passenger with the number that both companies have, and of one whom only this company has. */
  passengers: { shared: string; own: string };
  ownConfirmation: string;
};

export const SHARED_CONFIRMATION = "4471";
export const PASSENGER_PHONE = "+16025550171";

export const A: LaunchCompany = {
  name: "Saguaro Shuttle",
  operator: "Ana Torres",
  mailbox: "saguaro-shuttle",
  greeting: "Saguaro Shuttle, good to hear you. What is your confirmation number?",
  officePhone: "(520) 555-0143",
  passengers: { shared: "Ada Quill", own: "Noor Haddad" },
  ownConfirmation: "4490",
};

export const B: LaunchCompany = {
  name: "Painted Desert Limo",
  operator: "Lee Park",
  mailbox: "painted-desert",
  greeting: "You have reached Painted Desert Limo. How can I help?",
  officePhone: "(602) 555-0163",
  passengers: { shared: "Bruno Hale", own: "Mei Moreau" },
  ownConfirmation: "4495",
};

const PASSWORD = "seven shuttles at dawn";

/** The company's list as its dispatch software writes it. The rides are so far ahead that none is today or tomorrow. */
function listOf({ mailbox, passengers, ownConfirmation }: LaunchCompany) {
  const ride = (number: string, passenger: string) =>
    `${number},${passenger},(602) 555-0171,${dayAhead(9)},7:10 AM,1 Main St,Airport,2,Confirmed`;
  const text = [
    "Conf#,Passenger,Phone,PU Date,PU Time,Pickup Address,Drop-off,Pax,Status",
    ride(SHARED_CONFIRMATION, passengers.shared),
    ride(ownConfirmation, passengers.own),
  ].join("\n");
  return { name: `${mailbox}.csv`, mimeType: "text/csv", buffer: Buffer.from(text) };
}

/** From the landing page to the first page of setting up, in one browser. */
export async function signUp(person: Person, company: LaunchCompany, ground: Ground): Promise<void> {
  const { page } = person;
  const email = ground.mailbox(company.mailbox);
  const since = Date.now();
  await page.goto(ground.url);
  await person.click(page.getByRole("link", { name: "Create an account" }).first());
  await person.type(page.getByLabel("Your name"), company.operator);
  await person.type(page.getByLabel("E-mail"), email);
  await person.type(page.getByLabel("Password", { exact: true }), PASSWORD);
  await person.click(page.getByRole("button", { name: "Create account" }));
  await page.getByRole("heading", { name: "Check your e-mail" }).waitFor();
  await person.follow(await ground.mailedLink(email, "verify", since));
  const signIn = page.getByRole("link", { name: "Sign in" });
  const goOn = page.getByRole("link", { name: "Set up your agent" });
  await person.click(goOn.or(signIn));
  const setUp = page.getByRole("heading", { level: 1, name: "Set up your agent" });
  await setUp
    .or(page.getByRole("heading", { name: "Sign in" }))
    .first()
    .waitFor();
  if (!(await setUp.isVisible())) {
    await person.type(page.getByLabel("E-mail"), email);
    await person.type(page.getByLabel("Password", { exact: true }), PASSWORD);
    await person.click(page.getByRole("button", { name: "Sign in" }));
    await setUp.waitFor();
  }
  await person.reached("signed up, at the first step of setting up");
}

/** The steps of setting up until the company's own list is in use. */
export async function fillIn(person: Person, company: LaunchCompany): Promise<void> {
  const { page } = person;
  const goOn = () => person.click(page.getByRole("button", { name: "Save and continue" }));
  const step = (title: string) => page.getByRole("heading", { level: 2, name: title, exact: true }).waitFor();
  await person.type(page.getByLabel("Company name"), company.name);
  await goOn();
  await step("Greeting");
  await person.type(page.getByRole("textbox", { name: "Greeting" }), company.greeting);
  await goOn();
  await step("Hours");
  await goOn();
  await step("Who answers");
  await person.click(page.getByRole("radio", { name: "After hours only" }));
  await person.type(page.getByLabel("Office phone"), company.officePhone);
  await goOn();
  await step("Reservations");
  await person.click(page.getByRole("link", { name: "Upload your list" }));
  await person.chooseFile(page.locator("input[type=file]"), listOf(company));
  await page.getByText("2 reservations can be read.").waitFor();
  await person.click(page.getByRole("button", { name: "Upload and compare" }));
  await person.click(page.getByRole("button", { name: "Activate" }));
  await page.getByText("Your list is there.").waitFor();
}

/** Talks to the own agent in text until it has found a ride of the list. */
export async function tryOut(person: Person, { greeting, passengers }: LaunchCompany): Promise<void> {
  const { page } = person;
  await person.click(page.getByRole("link", { name: "Try your agent with it" }));
  const talk = page.getByRole("log", { name: "Conversation" });
  await talk.getByText(greeting).waitFor();
  await person.choose(page.getByLabel("Who is calling?"), { label: `${passengers.shared}, (602) 555-0171` });
  await person.type(page.getByLabel("What the caller says"), `My number is ${SHARED_CONFIRMATION}.`);
  await person.click(page.getByRole("button", { name: "Say it" }));
  await talk.getByText(passengers.shared).first().waitFor();
  await person.reached("their own agent has greeted them and found one of their rides, in text");
  await person.click(page.getByRole("link", { name: "Nightdesk overview" }));
  await person.click(page.getByRole("link", { name: /A number for your agent/ }));
}

/** Gets a number from us. Returns it as E.164. */
export async function numberFromUs(person: Person): Promise<string> {
  const { page } = person;
  await person.type(page.getByLabel("Area code"), "623");
  await person.click(page.getByRole("button", { name: "Get a number" }));
  await page.getByRole("heading", { name: "How calls reach your agent" }).waitFor();
  const number = await page.getByRole("link", { name: /^\(\d{3}\) \d{3}-\d{4}$/ }).innerText();
  await person.reached("has a number from us");
  return `+1${number.replace(/\D/g, "")}`;
}

/** Says that the office's line is forwarded, and reads the code to dial. */
export async function forwardLine(person: Person, { officePhone }: LaunchCompany): Promise<void> {
  const { page } = person;
  await person.click(page.getByRole("radio", { name: "Forward our line" }));
  await person.type(page.getByLabel("The number your callers dial"), officePhone);
  await person.click(page.getByRole("button", { name: "Save the way" }));
  await person.choose(page.getByLabel("Whose line is it?"), "T-Mobile");
  await page
    .getByText(/^\*\*61\*/)
    .first()
    .waitFor();
  person.calls(0); // dials the code
  await person.reached("has forwarded their own line to it");
}

/** Connects a number on the company's own trunk. */
export async function ownTrunk(person: Person, { number, uri }: Ground["trunk"]): Promise<void> {
  const { page } = person;
  await person.type(page.getByLabel("Phone number", { exact: true }), number);
  await person.type(page.getByLabel("Trunk address"), uri);
  await person.click(page.getByRole("button", { name: "Add the number" }));
  await person.click(page.getByRole("button", { name: "Connect" }));
  await page.getByRole("heading", { name: "Connected" }).waitFor();
  await person.reached("has connected a number on their own trunk");
}
