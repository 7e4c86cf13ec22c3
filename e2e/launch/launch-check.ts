import type { Browser, Page } from "playwright-core";
import { SUN_CITY_EXPRESS as SUN_CITY } from "../../drizzle/seed/companies.ts";
import { newVisitor } from "../browser.ts";
import { checkModes, save, savesFields, ZONE } from "./agent-settings.ts";
import { checkLines, type Line, type Outcome } from "./checklist.ts";
import * as launch from "./company.ts";
import { A, B, type LaunchCompany, PASSENGER_PHONE, SHARED_CONFIRMATION } from "./company.ts";
import { e164, equal } from "./equal.ts";
import type { Ground, Wish } from "./ground.ts";
import { Person, storyText } from "./person.ts";
import { agentOf, openSunCity, promptBehind, sunCityNow } from "./sun-city.ts";

const NEW_GREETING = "Saguaro Shuttle, we are awake. What is your confirmation number?";

/** `page`: of the first company's operator, signed in. */
type Result = { outcomes: Record<Line, Outcome>; stories: string; page: Page };

/** Sets two companies up as people do, then checks every line of the plan's launch checklist. */
export async function launchCheck(browser: Browser, ground: Ground): Promise<Result> {
  const newPage = async () => (await newVisitor(browser, { timezoneId: ZONE })).newPage();
  const [sunCity, forA, forB] = [await newPage(), new Person(await newPage()), new Person(await newPage())];
  const [a, b] = [forA.page, forB.page];
  await openSunCity(sunCity, ground);
  const before = await sunCityNow(sunCity, ground).catch((error: Error) => error);

  await launch.signUp(forA, A, ground);
  await launch.fillIn(forA, A);
  await launch.tryOut(forA, A);
  const numberA = await launch.numberFromUs(forA);
  forA.calls(await ground.call(aboutRides(A, numberA, B)));
  await forA.reached("has dialed it and heard their own agent find one of their rides");
  await launch.forwardLine(forA, A);
  await launch.signUp(forB, B, ground);
  await launch.fillIn(forB, B);
  await launch.tryOut(forB, B);
  await launch.ownTrunk(forB, ground.trunk);
  const numberB = ground.trunk.number;

  const sunCityCall = {
    to: SUN_CITY.phoneNumber,
    from: PASSENGER_PHONE,
    greeting: SUN_CITY.config.welcomeMessage ?? "",
  };
  const unchanged = async () => {
    if (before instanceof Error) throw before;
    const now = await sunCityNow(sunCity, ground);
    for (const [what, value] of Object.entries(before)) {
      equal(now[what as keyof typeof now], value, `Sun City's ${what}`); // its own keys
    }
    return now;
  };
  const outcomes = await checkLines({
    same_agent: async () => {
      await unchanged();
      await ground.call({ ...sunCityCall, say: ["Goodbye."], neverHears: [A.name, B.name] });
    },
    config_row: async () => {
      const { settings } = await unchanged();
      const { company_name, business_hours_start, business_hours_end, timezone, forwarding_mode } = settings;
      equal(
        [company_name, business_hours_start, business_hours_end],
        ["Sun City Express", 6, 22],
        "Sun City's settings",
      );
      equal([timezone, forwarding_mode], ["America/Phoenix", "after_hours"], "Sun City's settings");
    },
    settings_tab: async () => {
      const { settings } = await unchanged();
      await sunCity.goto(`${ground.url}/settings`);
      for (const [label, field] of Object.entries(SHOWN)) {
        const shown = await sunCity
          .getByRole("textbox", { name: label })
          .or(sunCity.getByRole("combobox", { name: label }))
          .first()
          .inputValue();
        equal(shown, String(settings[field] ?? ""), label);
      }
      await savesFields(b, ground);
    },
    after_hours: async () => {
      await ground.call({ ...sunCityCall, say: ["Goodbye."] });
    },
    during_hours: async () => {
      const { route, settings } = await unchanged();
      equal(settings.forwarding_mode, "after_hours", "who answers at Sun City");
      equal((route as { method: string }).method, "none", "the way to Sun City, which its carrier decides");
    },
    isolated_config: async () => {
      const stranger = await fetch(`${ground.url}/api/tenant-config`);
      equal(stranger.status, 401, "the answer to a stranger");
      for (const [page, { name }] of [[a, A] as const, [b, B] as const]) {
        equal((await api(page, ground, "tenant-config")).company_name, name, "the company that a session sees");
      }
    },
    neutral_prompt: async () => {
      const prompt = await promptBehind(await ground.retell(`/get-phone-number/${numberB}`), ground);
      for (const name of ["company_name", "welcome_message", "business_hours", "transfer_enabled"]) {
        if (!prompt.includes(`{{${name}}}`)) throw new Error(`The prompt does not use {{${name}}}.`);
      }
      for (const name of ["Sun City", A.name, B.name]) {
        if (prompt.includes(name)) throw new Error(`The prompt names ${name}.`);
      }
    },
    own_look_ups: async () => {
      const say = [`My confirmation number is ${B.ownConfirmation}.`, "Goodbye."];
      const to = { to: numberA, from: PASSENGER_PHONE, greeting: A.greeting };
      await ground.call({ ...to, say, neverHears: Object.values(B.passengers) });
    },
    webhook: async () => {
      const webhook = `${ground.url}/retell/inbound-webhook`;
      const unsigned = await fetch(webhook, { method: "POST", body: "{}" });
      equal(unsigned.status, 401, "the answer to an unsigned ring");
      for (const number of [numberA, numberB]) {
        const found = await ground.retell(`/get-phone-number/${number}`);
        equal(found?.inbound_webhook_url, webhook, `the webhook of ${number}`);
      }
    },
    two_numbers: async () => {
      await ground.call(aboutRides(A, numberA, B));
      await ground.call(aboutRides(B, numberB, A));
    },
    b_saved: async () => {
      const saved = await api(b, ground, "tenant-config");
      equal(saved.company_name, B.name, "the name");
      equal(saved.welcome_message, B.greeting, "the greeting");
      equal(
        [saved.business_hours_start, saved.business_hours_end, saved.forwarding_mode],
        [6, 22, "after_hours"],
        "hours",
      );
      equal(saved.office_phone, e164(B.officePhone), "the office phone");
    },
    b_bound: async () => {
      const agents = await Promise.all([numberA, numberB].map((n) => ground.retell(`/get-phone-number/${n}`)));
      const [shared, bound] = agents.map(agentOf);
      if (!bound) throw new Error(`${numberB} has no agent at Retell.`);
      equal(bound, shared, "the agent of both companies");
    },
    b_call: async () => {
      await ground.call(aboutRides(B, numberB, A));
    },
    a_call: async () => {
      await ground.call(aboutRides(A, numberA, B));
      await ground.call({ ...sunCityCall, say: ["Goodbye."], neverHears: [A.name, B.name] });
    },
    no_leak: async () => {
      const { items } = await api(a, ground, "phone-numbers");
      for (const id of [items[0].id, "made-up"]) {
        const answer = await b.request.get(`${ground.url}/api/phone-numbers/${id}`);
        equal(answer.status(), 404, "the answer about another company's number");
      }
      await b.goto(`${ground.url}/numbers/new`);
      await b.getByLabel("Phone number", { exact: true }).fill(numberA);
      await b.getByRole("button", { name: "Add the number" }).click();
      await b.locator("#phone_number-error").waitFor();
      for (const [page, theirs] of [[a, B] as const, [b, A] as const]) {
        const seen = JSON.stringify(await Promise.all(LISTS.map((path) => api(page, ground, path))));
        const leaked = [theirs.name, ...Object.values(theirs.passengers)].filter((words) => seen.includes(words));
        equal(leaked, [], "what a company sees of the other");
      }
    },
    new_greeting: async () => {
      await a.goto(`${ground.url}/settings`);
      await a.getByLabel("Greeting", { exact: true }).fill(NEW_GREETING);
      await save(a);
      await ground.call({ ...aboutRides(A, numberA, B), greeting: NEW_GREETING });
    },
    routing: () => checkModes(b, ground, numberB),
  });
  const stories = [
    storyText("A company with a number from us, which then forwards its own line", forA.stages),
    storyText("A company with its own trunk", forB.stages),
  ].join("\n");
  return { outcomes, stories, page: a };
}

/** The labels of the plan's fields on the page, and their names in the API. */
const SHOWN = {
  "Company name": "company_name",
  "Operator name": "operator_name",
  "Operator e-mail": "operator_email",
  Greeting: "welcome_message",
  "After-hours message": "after_hours_message",
  Opens: "business_hours_start",
  Closes: "business_hours_end",
};

const LISTS = ["reservations", "calls", "messages", "imports", "phone-numbers", "tenant-config", "overview"];

/** Somebody asks for the ride that both companies have under one number, from its passenger's phone. */
function aboutRides(company: LaunchCompany, to: string, other: LaunchCompany): Wish {
  return {
    to,
    from: PASSENGER_PHONE,
    say: [`My confirmation number is ${SHARED_CONFIRMATION}.`, "Thank you, goodbye."],
    greeting: company.greeting,
    hears: company.passengers.shared,
    neverHears: [other.name, ...Object.values(other.passengers)],
  };
}

async function api(page: Page, { url }: Ground, path: string) {
  return (await page.request.get(`${url}/api/${path}`)).json();
}
