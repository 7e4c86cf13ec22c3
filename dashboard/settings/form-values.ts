import type * as z from "zod";
import { DEFAULT_CONFIG, type EditableConfig, editableConfig } from "../../worker/settings/config-schema.ts";
import { phoneText } from "../components/phone-text.ts";
import type { Config } from "../replies.ts";

/** What the fields hold, before it is parsed. */
export type FormValues = z.input<typeof editableConfig>;

export type FieldName = keyof EditableConfig;

const NEW: EditableConfig = { ...DEFAULT_CONFIG, company_name: "" };

/** The form of a company; of a new one, with the operator's own address filled in. */
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

/** The fields of `values` that say something else than what is stored. A first save sends them all. */
export function changedFields(values: EditableConfig, stored: Config | null): Partial<EditableConfig> {
  return stored ? difference(values, comparable(stored)) : values;
}

/** The fields that somebody changed in the form; of a first save those that are not as a new company's form offers them. */
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

/** A stored company as the form would send it, so that only real differences count. */
function comparable(stored: Config): Partial<EditableConfig> {
  return editableConfig.safeParse(formValues(stored, "")).data ?? stored;
}
