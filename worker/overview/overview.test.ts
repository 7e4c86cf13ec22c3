import { expect, test } from "vitest";
import { DEFAULT_CONFIG } from "../settings/config-schema.ts";
import type { KnownNumber } from "./checklist.ts";
import { describeCompany } from "./overview.ts";

const CONFIG = { ...DEFAULT_CONFIG, company_name: "Desert Rides", welcome_message: "Hello." }; // Phoenix, 6 AM to 10 PM
const NOON = Date.parse("2026-11-22T12:00:00-07:00");
const TEN_PM = Date.parse("2026-11-22T22:00:00-07:00");
const SIX_AM = Date.parse("2026-11-23T06:00:00-07:00");
const CONNECTED: KnownNumber[] = [{ status: "connected", verified_at: null }];
const OFFICE = { office_phone: "+15205550142" };

const open = (company: ReturnType<typeof describeCompany>) =>
  company.checklist.filter(({ state }) => state === "open").map(({ code }) => code);

test("a company that has just signed up is told to enter its details and its number first", () => {
  const company = describeCompany(null, [], NOON);
  expect(company).toMatchObject({ configured: false, office: null, answers_now: null, live: false });
  expect(open(company)).toEqual(["settings", "reservations", "phone_number"]);
});

test("an agent that is set to always answer always answers", () => {
  const company = describeCompany(CONFIG, CONNECTED, NOON);
  expect(company).toMatchObject({ live: true, answers_now: "agent", next_answer_change: null });
  expect(company.office).toEqual({
    open: true,
    next_change: { at: TEN_PM, open: false },
    hours_text: "6 AM to 10 PM",
    timezone: "America/Phoenix",
  });
});

test("after hours the office rings first while it is open, until it closes", () => {
  const config = { ...CONFIG, ...OFFICE, forwarding_mode: "after_hours" as const };
  expect(describeCompany(config, CONNECTED, NOON)).toMatchObject({
    answers_now: "office_then_agent",
    next_answer_change: { at: TEN_PM, answers: "agent" },
  });
  expect(describeCompany(config, CONNECTED, TEN_PM)).toMatchObject({
    answers_now: "agent",
    next_answer_change: { at: SIX_AM, answers: "office_then_agent" },
  });
});

test("with overflow the office always rings first", () => {
  const config = { ...CONFIG, ...OFFICE, forwarding_mode: "overflow" as const };
  const company = describeCompany(config, CONNECTED, TEN_PM);
  expect(company).toMatchObject({ answers_now: "office_then_agent", next_answer_change: null });
});

test("an office that never closes never hands over", () => {
  const config = { ...CONFIG, ...OFFICE, forwarding_mode: "after_hours" as const, business_hours_end: 6 };
  expect(describeCompany(config, CONNECTED, NOON)).toMatchObject({ next_answer_change: null });
});

test.each(["error", "disconnecting"] as const)("a company is not live while its only number is %s", (status) => {
  expect(describeCompany(CONFIG, [{ status, verified_at: NOON }], NOON).live).toBe(false);
});

test("a number that has rung here makes a company live, connected by us or not", () => {
  expect(describeCompany(CONFIG, [{ status: "not_connected", verified_at: NOON }], NOON).live).toBe(true);
  expect(describeCompany(CONFIG, [{ status: "not_connected", verified_at: null }], NOON).live).toBe(false);
});
