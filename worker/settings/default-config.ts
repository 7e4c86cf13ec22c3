import type { EditableConfig } from "./config-schema.ts";

/** What a company starts from: everything but its name, which only its operator knows. */
export const DEFAULT_CONFIG: Omit<EditableConfig, "company_name"> = {
  operator_name: null,
  operator_phone: null,
  operator_email: null,
  timezone: "America/Phoenix",
  welcome_message: null,
  after_hours_message: null,
  business_hours_start: 6,
  business_hours_end: 22,
  weekly_hours: null,
  hour_exceptions: [],
  transfer_enabled: true,
  forwarding_mode: "always",
  office_phone: null,
  ring_seconds: 20,
  verification: "second_factor", // confirmation numbers can be guessed
  fresh_hours: 24,
  recognise_caller: false, // a caller's number can be forged
  voice_id: null,
  language: null,
};
