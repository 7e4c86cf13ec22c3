import type { BusinessHours } from "../hours/hours.ts";

type StoredHours = {
  timezone: string;
  businessHoursStart: number;
  businessHoursEnd: number;
  weeklyHours: BusinessHours["weekly"];
  hourExceptions: BusinessHours["exceptions"] | null;
};

/** A company's hours as the hours module reads them, from the columns they are stored in. */
export function businessHoursOf(stored: StoredHours): BusinessHours {
  return {
    timezone: stored.timezone,
    start: stored.businessHoursStart,
    end: stored.businessHoursEnd,
    weekly: stored.weeklyHours,
    exceptions: stored.hourExceptions ?? [],
  };
}
