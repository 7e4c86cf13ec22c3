import type { EditableConfig } from "../settings/config-schema.ts";

export type Missing = {
  code: "company" | "greeting" | "phone_number" | "office_phone" | "number_not_proven";
  /** What to do, for the operator. */
  message: string;
  /** Where to do it: the page and the place on it. */
  href: string;
};

/** What the operator still has to do, most important first. */
export function missingToGoLive(
  config: EditableConfig | null,
  numbers: { added: boolean; proven: boolean },
): Missing[] {
  const missing: Missing[] = [];
  if (!config) missing.push(COMPANY);
  if (!numbers.added) missing.push(PHONE_NUMBER);
  else if (!numbers.proven) missing.push(NUMBER_NOT_PROVEN);
  if (config && config.forwarding_mode !== "always" && !config.office_phone) missing.push(OFFICE_PHONE);
  if (config && !config.welcome_message) missing.push(GREETING);
  return missing;
}

const COMPANY: Missing = {
  code: "company",
  message: "Enter your company's name and your hours.",
  href: "/settings#company",
};

const PHONE_NUMBER: Missing = {
  code: "phone_number",
  message: "Add the number your callers dial.",
  href: "/numbers/new",
};

const NUMBER_NOT_PROVEN: Missing = {
  code: "number_not_proven",
  message: "Connect your number, or call it once, so that we know it reaches your agent.",
  href: "/numbers",
};

const OFFICE_PHONE: Missing = {
  code: "office_phone",
  message: "Enter your office phone. Until then your agent answers every call.",
  href: "/settings#office-phone",
};

const GREETING: Missing = {
  code: "greeting",
  message: "Write your own greeting. Until then callers hear our standard one.",
  href: "/settings#greeting",
};
