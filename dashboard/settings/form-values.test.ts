import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { editableConfig } from "../../worker/settings/config-schema.ts";
import { DEFAULT_WELCOME } from "../../worker/settings/default-welcome.ts";
import type { Config } from "../replies.ts";
import { changedFields, enteredFields, fieldNames, formValues } from "./form-values.ts";

const first = editableConfig.parse({ ...formValues(null, "ana@desert.example"), company_name: "Desert Shuttle" });
const stored: Config = {
  ...first,
  office_phone: "+15205550143",
  version: 3,
  created_at: 0,
  updated_at: 0,
  phone_number: null,
  retell_phone_number_id: null,
  sip_trunk_uri: null,
  sip_trunk_provider: null,
  sip_username: null,
  sip_password_set: false,
};

test("a new company starts with the operator's own address", () => {
  expect(formValues(null, "ana@desert.example").operator_email).toBe("ana@desert.example");
});

test("a first save sends every field", () => {
  expect(changedFields(first, null)).toEqual({ ...first, welcome_message: null });
});

test("the standard greeting is in the field as text, and is not stored as the company's own", () => {
  const values = formValues({ ...stored, welcome_message: null }, "");
  expect(values.welcome_message).toBe(DEFAULT_WELCOME.second_factor);
  const saved = { ...stored, welcome_message: "Hello." };
  const back = editableConfig.parse({ ...formValues(saved, ""), welcome_message: DEFAULT_WELCOME.confirmation_only });
  expect(changedFields(back, saved)).toEqual({ welcome_message: null });
  const changed = editableConfig.parse({ ...values, welcome_message: `${DEFAULT_WELCOME.second_factor} Thank you.` });
  expect(changedFields(changed, { ...stored, welcome_message: null })).toEqual({
    welcome_message: `${DEFAULT_WELCOME.second_factor} Thank you.`,
  });
});

test("before the first save, only what the operator entered counts as entered", () => {
  expect(enteredFields(first, null, "ana@desert.example")).toEqual({ company_name: "Desert Shuttle" });
});

test("opening and saving without a change sends nothing", () => {
  expect(changedFields(editableConfig.parse(formValues(stored, "")), stored)).toEqual({});
});

test("a later save sends what was changed and nothing else", () => {
  const edited = editableConfig.parse({ ...formValues(stored, ""), office_phone: "", business_hours_end: 23 });
  expect(changedFields(edited, stored)).toEqual({ office_phone: null, business_hours_end: 23 });
});

test("every setting has a field on the page", () => {
  const page = globSync("dashboard/settings/*.tsx").map((file) => readFileSync(file, "utf8"));
  // A field of its own, or one for each weekday.
  const isOnPage = (name: string) => {
    const field = new RegExp(`(?:name=|register\\(|name: )"${name}"|["\`]${name}\\.`);
    return page.some((text) => field.test(text));
  };
  expect(fieldNames().filter((name) => !isOnPage(name))).toEqual([]);
  expect(isOnPage("no_such_setting")).toBe(false);
});
