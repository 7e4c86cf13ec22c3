import type * as z from "zod";
import { DEFAULT_CONFIG, type EditableConfig, editableConfig } from "../../worker/settings/config-schema.ts";
import { phoneText } from "../components/phone-text.ts";
import type { Config } from "../replies.ts";

/** The values of the fields before they are parsed. */
export type FormValues = z.input<typeof editableConfig>;

export type FieldName = keyof EditableConfig;

const NEW: EditableConfig = { ...DEFAULT_CONFIG, company_name: "" };

/** The form's values for a company; a new company starts with the operator's own e-mail address. */
export function formValues(config: Config | null, email: string): FormValues {
  const from = config ?? { ...NEW, operator_email: email };
  return {
    ...from,
    operator_name: from.operator_name ?? "",
    operator_phone: phoneText(from.operator_phone ?? ""),
    operator_email: from.operator_email ?? "",
    welcome_message: from.welcome_message ?? "",
    after_hours_message: from.after_hours_message ?? "",
    office_phone: phoneText(from.office_phone ?? ""),
    voice_id: from.voice_id ?? "",
    language: from.language ?? "",
  };
}

/** The fields of `values` that differ from what is stored. The first save sends all fields. */
export function changedFields(values: EditableConfig, stored: Config | null): Partial<EditableConfig> {
  return stored ? difference(values, comparable(stored)) : values;
}

/** The fields that were changed in the form; before the first save, those that differ from a new company's form. */
export function enteredFields(values: EditableConfig, stored: Config | null, email: string): Partial<EditableConfig> {
  return difference(values, stored ? comparable(stored) : { ...NEW, operator_email: email });
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
  return editableConfig.safeParse(formValues(stored, "")).data ?? stored;
}
