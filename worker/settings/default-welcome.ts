import type { EditableConfig } from "./config-schema.ts";

const THANKS = "Thank you for calling {{company_name}} reservations and after-hours helpline.";
const NUMBER = "Please have your confirmation number or the phone number associated with your reservation ready";

/** What callers hear until the operator writes a greeting (plan 7.2): it asks for what a look-up needs. */
export const DEFAULT_WELCOME: Record<EditableConfig["verification"], string> = {
  confirmation_only: `${THANKS} ${NUMBER}.`,
  second_factor: `${THANKS} ${NUMBER}, and the last name it is under.`,
};
