export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

/**
 * 24-hour clock, "HH:MM". A close at or before its open is on the next day ("22:00" to "06:00"); "24:00" is allowed as a
 * close. Equal times mean 24 hours from the open.
 */
export type Window = { open: string; close: string };

/** The hours of one date, instead of its regular ones. No windows means closed all day. */
export type HoursException = { date: string; label?: string; windows: Window[] };

/**
 * When the office is open, in its own IANA zone.
 *
 * - `start`/`end`: whole hours 0 to 23, every day, used while `weekly` is null (plan 1.1). A start after the end means
 *   overnight; equal hours mean around the clock.
 * - `weekly`: a missing or empty day is closed.
 * - `exceptions`: by date ("YYYY-MM-DD"); the first one for a date counts.
 */
export type BusinessHours = {
  timezone: string;
  start: number;
  end: number;
  weekly: Partial<Record<Weekday, Window[]>> | null;
  exceptions: HoursException[];
};
