import { describe, expect, test } from "vitest";
import { DEFAULT_CONFIG } from "../settings/config-schema.ts";
import { describeCompany, type KnownNumber } from "./overview.ts";

const CONFIG = { ...DEFAULT_CONFIG, company_name: "Desert Rides", welcome_message: "Hello." }; // Phoenix, 6 AM to 10 PM
const NOON = Date.parse("2026-11-22T12:00:00-07:00");
const TEN_PM = Date.parse("2026-11-22T22:00:00-07:00");
const SIX_AM = Date.parse("2026-11-23T06:00:00-07:00");
const CONNECTED: KnownNumber[] = [{ status: "connected", verified_at: null }];
const OFFICE = { office_phone: "+15205550142" };

const codes = (company: ReturnType<typeof describeCompany>) => company.missing.map(({ code }) => code);

test("a company that has just signed up is told to enter its details and its number first", () => {
  const company = describeCompany(null, [], NOON);
  expect(company).toMatchObject({ configured: false, office: null, answers_now: null, live: false });
  expect(codes(company)).toEqual(["company", "phone_number"]);
});

test("an agent that is set to always answer always answers", () => {
  const company = describeCompany(CONFIG, CONNECTED, NOON);
  expect(company).toMatchObject({ live: true, answers_now: "agent", next_answer_change: null, missing: [] });
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

describe("what is missing", () => {
  test("is the office phone if the office should ring first", () => {
    const company = describeCompany({ ...CONFIG, forwarding_mode: "overflow" }, CONNECTED, NOON);
    expect(codes(company)).toEqual(["office_phone"]);
    expect(company.answers_now).toBe("agent");
  });

  test("is the proof, for a number that was neither connected nor called", () => {
    const company = describeCompany(CONFIG, [{ status: "not_connected", verified_at: null }], NOON);
    expect(codes(company)).toEqual(["number_not_proven"]);
    expect(company.live).toBe(false);
  });

  test("is nothing once the number has rung here", () => {
    const company = describeCompany(CONFIG, [{ status: "not_connected", verified_at: NOON }], NOON);
    expect(company).toMatchObject({ live: true, missing: [] });
  });

  test.each(["error", "disconnecting"] as const)(
    "is the proof again once its number is %s, although it rang before",
    (status) => {
      const company = describeCompany(CONFIG, [{ status, verified_at: NOON }], NOON);
      expect(codes(company)).toEqual(["number_not_proven"]);
      expect(company.live).toBe(false);
    },
  );

  test("is the company's own greeting, but it can go live without one", () => {
    const company = describeCompany({ ...CONFIG, welcome_message: null }, CONNECTED, NOON);
    expect(codes(company)).toEqual(["greeting"]);
    expect(company.live).toBe(true);
  });
});
