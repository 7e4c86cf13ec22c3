import type { DynamicVariables } from "../agent/defaults.ts";
import { sayHours } from "../hours/say-hours.ts";
import { sayLocalTime } from "../hours/say-time.ts";
import { firstName } from "../reservations/name.ts";
import { sayPickup } from "../reservations/say-pickup.ts";
import { isOfficeOpen, type Override } from "../routing/decide.ts";
import { businessHoursOf } from "../settings/business-hours.ts";
import { DEFAULT_WELCOME } from "../settings/default-welcome.ts";
import { renderMessage, withoutBraces } from "../settings/message-template.ts";
import type { Ring } from "./envelope.ts";
import type { CompanyProfile, Recognised } from "./store/answering.ts";

/** What the agent knows when a known company is called. `now` is epoch milliseconds; every value is a string. */
export function dynamicVariables(
  profile: CompanyProfile,
  ring: Pick<Ring, "caller" | "forwardReason">,
  now: number,
  recognised: Recognised | null,
): DynamicVariables {
  const hours = businessHoursOf(profile);
  const override: Override | null = profile.override ? JSON.parse(profile.override) : null; // made by the statement itself
  const companyName = withoutBraces(profile.companyName);
  const businessHours = withoutBraces(sayHours(hours, now)); // a holiday's name is the operator's text too
  const isOpen = isOfficeOpen({ hours, override }, now);
  const welcome = (isOpen && profile.openWelcomeMessage) || profile.welcomeMessage;
  const words = { company_name: companyName, business_hours: businessHours };
  return {
    tenant_loaded: "true",
    user_id: profile.userId,
    company_name: companyName,
    welcome_message: renderMessage(welcome || DEFAULT_WELCOME[profile.verification], words),
    after_hours_message: renderMessage(profile.afterHoursMessage ?? "", words),
    business_hours: businessHours,
    business_hours_start: String(profile.businessHoursStart),
    business_hours_end: String(profile.businessHoursEnd),
    timezone: profile.timezone,
    local_time: sayLocalTime(now, profile.timezone),
    is_open: String(isOpen),
    transfer_enabled: String(profile.transferEnabled),
    office_phone: profile.officePhone ?? "",
    driver_phone: "",
    caller_number: ring.caller ?? "",
    recognised_caller: recognised ? firstName(recognised.name) : "",
    recognised_pickup: recognised ? sayPickup(recognised, profile.timezone, now) : "",
    forward_reason: ring.forwardReason,
  };
}
