import type { BusinessHours } from "../hours/hours.ts";
import type { Override, RoutingSettings } from "../routing/decide.ts";
import type { EditableConfig } from "./config-schema.ts";

type StoredHours = {
  timezone: string;
  businessHoursStart: number;
  businessHoursEnd: number;
  weeklyHours: BusinessHours["weekly"];
  hourExceptions: BusinessHours["exceptions"] | null;
};

/** A company's hours in the form that `hours/` uses, from their columns. */
export function businessHoursOf(stored: StoredHours): BusinessHours {
  return {
    timezone: stored.timezone,
    start: stored.businessHoursStart,
    end: stored.businessHoursEnd,
    weekly: stored.weeklyHours,
    exceptions: stored.hourExceptions ?? [],
  };
}

type EditableHours = Pick<
  EditableConfig,
  "timezone" | "business_hours_start" | "business_hours_end" | "weekly_hours" | "hour_exceptions"
>;

/** The same from the API's field names. */
export function hoursOfConfig(config: EditableHours): BusinessHours {
  return {
    timezone: config.timezone,
    start: config.business_hours_start,
    end: config.business_hours_end,
    weekly: config.weekly_hours,
    exceptions: config.hour_exceptions,
  };
}

/** What decides who answers, from the names the API gives it. */
export function routingOfConfig(config: EditableConfig, override: Override | null): RoutingSettings {
  return {
    hours: hoursOfConfig(config),
    forwardingMode: config.forwarding_mode,
    officePhone: config.office_phone,
    ringSeconds: config.ring_seconds,
    override,
  };
}
