import { phoneText } from "../../worker/phone/phone-text.ts";
import { VERIFICATION_RULES } from "../../worker/reservations/verification-rules.ts";
import { FORWARDING_MODES } from "../../worker/routing/forwarding-modes.ts";
import { LANGUAGES, VOICES } from "../../worker/settings/voices.ts";
import type { FieldName } from "./form-values.ts";
import { hourName } from "./hour-name.ts";

/** The labels of the fields on the page. */
const LABELS: Record<FieldName, string> = {
  company_name: "Company name",
  operator_name: "Operator name",
  operator_phone: "Operator phone",
  operator_email: "Operator e-mail",
  timezone: "Time zone",
  welcome_message: "Greeting",
  open_welcome_message: "Greeting while you are open",
  after_hours_message: "After-hours message",
  business_hours_start: "Opens",
  business_hours_end: "Closes",
  weekly_hours: "Hours by weekday",
  hour_exceptions: "Holidays and other dates",
  transfer_enabled: "Transfer to the driver",
  forwarding_mode: "Who answers",
  office_phone: "Office phone",
  ring_seconds: "Ring time",
  verification: "What callers must know",
  recognise_caller: "Greet known callers by name",
  fresh_hours: "Oldest import for a transfer",
  voice_id: "Voice",
  language: "Language",
};

const WORDS: Record<string, string> = { ...FORWARDING_MODES, ...VERIFICATION_RULES };

export function fieldLabel(field: string): string {
  const labels: Record<string, string> = LABELS; // an old version may have a setting that is no longer there
  return labels[field] ?? field.replaceAll("_", " ");
}

/** A stored value as the operator reads it. */
export function fieldWords(field: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "empty";
  if (typeof value === "boolean") return value ? "on" : "off";
  if (typeof value === "number") return numberWords(field, value);
  if (typeof value === "string") return textWords(field, value);
  if (Array.isArray(value)) return value.length === 1 ? "1 date" : `${value.length} dates`;
  return "set";
}

function numberWords(field: string, value: number): string {
  if (field.startsWith("business_hours")) return hourName(value);
  if (field === "ring_seconds") return `${value} seconds`;
  return field === "fresh_hours" ? `${value} hours` : String(value);
}

function textWords(field: string, value: string): string {
  if (field.endsWith("_phone")) return phoneText(value);
  if (field === "voice_id") return VOICES.find(({ id }) => id === value)?.name ?? value;
  if (field === "language") return LANGUAGES.find(({ id }) => id === value)?.name ?? value;
  return WORDS[value] ?? value;
}
