/**
 * Every dynamic variable of the shared agent. The inbound webhook returns all of them for every call, "" when empty:
 * otherwise somebody who controls the caller's SIP headers could set the missing ones. driver_phone starts as "" and is
 * filled by check_reservation's answer, only when a transfer to the driver is allowed. Never add first_name or
 * last_name: Retell fills those from a contact book that all companies share.
 */
export type DynamicVariables = Record<keyof typeof NEUTRAL_VARIABLES, string>;

/**
 * What a caller hears when no company could be loaded: a polite agent that knows nothing and does nothing.
 * Retell falls back to these when the inbound webhook fails, so they must be true for every company.
 */
export const NEUTRAL_VARIABLES = {
  tenant_loaded: "false",
  user_id: "",
  company_name: "a transportation company",
  welcome_message:
    "Thank you for calling. I'm sorry, our reservation system can't be reached at the moment. Please call back in a few minutes.",
  after_hours_message: "Please call back in a few minutes.",
  business_hours: "unknown",
  business_hours_start: "",
  business_hours_end: "",
  timezone: "unknown",
  local_time: "unknown",
  is_open: "false",
  transfer_enabled: "false",
  office_phone: "",
  driver_phone: "",
  caller_number: "",
  recognised_caller: "",
  recognised_pickup: "",
  forward_reason: "",
};
