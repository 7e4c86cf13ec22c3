import { expect, test } from "vitest";
import { DEFAULT_CONFIG } from "../../worker/settings/config-schema.ts";
import type { Config, Overview } from "../replies.ts";
import { isStep, resumeAt, STEP_NAMES, stepBeside } from "./steps.ts";

const CONFIG: Config = {
  ...DEFAULT_CONFIG,
  company_name: "Desert Rides",
  version: 1,
  created_at: 0,
  updated_at: 0,
  phone_number: null,
  retell_phone_number_id: null,
  sip_trunk_uri: null,
  sip_trunk_provider: null,
  sip_username: null,
  sip_password_set: false,
};

type Item = Overview["checklist"][number];
const done = (...codes: Item["code"][]): Item[] =>
  codes.map((code) => ({ code, state: "done", title: "", why: "", href: "" }));

test("an operator goes on after the last step in which something is stored", () => {
  expect(resumeAt(null, [])).toBe("company");
  expect(resumeAt(CONFIG, [])).toBe("greeting");
  expect(resumeAt({ ...CONFIG, welcome_message: "Hello." }, [])).toBe("hours");
  expect(resumeAt({ ...CONFIG, business_hours_end: 20 }, [])).toBe("answers");
  expect(resumeAt({ ...CONFIG, forwarding_mode: "overflow" }, [])).toBe("reservations");
  expect(resumeAt(CONFIG, done("reservations"))).toBe("number");
});

test("an operator who has a number is set up and is not asked again", () => {
  expect(resumeAt(CONFIG, done("phone_number"))).toBeNull();
});

test("the steps follow one another, and the ends are ends", () => {
  const [first, second] = STEP_NAMES;
  expect(first && stepBeside(first, 1)).toBe(second);
  expect(first && stepBeside(first, -1)).toBeNull();
  expect(stepBeside("number", 1)).toBeNull();
  expect(isStep("hours")).toBe(true);
  expect(isStep("constructor")).toBe(false);
});
