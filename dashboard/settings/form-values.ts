import type * as z from "zod";
import { phoneText } from "../../worker/phone/phone-text.ts";
import { DEFAULT_CONFIG, type EditableConfig, editableConfig } from "../../worker/settings/config-schema.ts";
import { DEFAULT_WELCOME } from "../../worker/settings/default-welcome.ts";
import type { Config } from "../replies.ts";

/** The values of the fields before they are parsed. */
export type FormValues = z.input<typeof editableConfig>;

export type FieldName = keyof EditableConfig;

const NEW: EditableConfig = { ...DEFAULT_CONFIG, company_name: "" };

/**
 * The form's values for a company. The standard greeting is in the field as real text, since callers hear it; it is sent
 * as "none of our own" (`withoutStandard`). A new company starts with the operator's own e-mail address.
 */
export function formValues(config: Config | null, email: string): FormValues {
  const from = config ?? { ...NEW, operator_email: email };
  return {
    ...textsFor(from),
    welcome_message: from.welcome_message || DEFAULT_WELCOME[from.verification],
    operator_phone: phoneText(from.operator_phone ?? ""),
    office_phone: phoneText(from.office_phone ?? ""),
  };
}

/** A field without a value is empty text in the form; hours by weekday are a list, and null means that there is none. */
function textsFor(config: EditableConfig): EditableConfig {
  const entries = Object.entries(config).map(([name, value]) => [
    name,
    name === "weekly_hours" ? value : (value ?? ""),
  ]);
  return Object.fromEntries(entries) as EditableConfig; // the schema reads "" of these fields as null
}

/** The fields of `values` that differ from what is stored. The first save sends all fields. */
export function changedFields(values: EditableConfig, stored: Config | null): Partial<EditableConfig> {
  const wanted = withoutStandard(values);
  return stored ? difference(wanted, comparable(stored)) : wanted;
}

/** The fields that were changed in the form; before the first save, those that differ from a new company's form. */
export function enteredFields(values: EditableConfig, stored: Config | null, email: string): Partial<EditableConfig> {
  return difference(withoutStandard(values), stored ? comparable(stored) : { ...NEW, operator_email: email });
}

export function fieldNames(): FieldName[] {
  return editableConfig.keyof().options;
}

function difference(values: EditableConfig, base: Partial<EditableConfig>): Partial<EditableConfig> {
  const changed = fieldNames().filter((name) => JSON.stringify(values[name]) !== JSON.stringify(base[name]));
  return Object.fromEntries(changed.map((name) => [name, values[name]]));
}

/** Stored settings the way the form would send them, so that only real differences count. */
function comparable(stored: Config): Partial<EditableConfig> {
  const values = editableConfig.safeParse(formValues(stored, "")).data;
  return values ? withoutStandard(values) : stored;
}

/** Stored is only a greeting of the company's own, so that the standard one keeps asking for what a look-up needs. */
function withoutStandard(values: EditableConfig): EditableConfig {
  return isStandard(values.welcome_message ?? "") ? { ...values, welcome_message: null } : values;
}

export function isStandard(greeting: string): boolean {
  return Object.values(DEFAULT_WELCOME).includes(greeting.trim());
}
