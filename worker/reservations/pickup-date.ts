import { Temporal } from "temporal-polyfill/implementation";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const RELATIVE: Record<string, number> = { today: 0, tonight: 0, "this evening": 0, tomorrow: 1, yesterday: -1 };

/** A month and a day. The agent is not told the year and may guess it, so a year that is given does not count. */
export type MonthDay = { month: number; day: number };

/**
 * A pick-up date as the model or the caller writes it ("2026-12-05", "12/5/26", "December 5th", "5 December",
 * "tomorrow"); null when it cannot be read. `now` in epoch milliseconds.
 */
export function readPickupDate(said: string, timezone: string, now: number): MonthDay | null {
  const text = said.trim().toLowerCase();
  const days = RELATIVE[text];
  if (days !== undefined) return localDay(now, timezone).add({ days });
  const iso = /^\d{4}-(\d{1,2})-(\d{1,2})/.exec(text);
  if (iso) return valid(Number(iso[1]), Number(iso[2]));
  const us = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](?:\d{2}|\d{4}))?$/.exec(text);
  if (us) return valid(Number(us[1]), Number(us[2]));
  const monthFirst = /^(?:[a-z]+day,?\s+)?([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+\d{4})?$/.exec(text);
  if (monthFirst) return valid(MONTHS.indexOf(monthFirst[1] ?? "") + 1, Number(monthFirst[2]));
  const dayFirst =
    /^(?:[a-z]+day,?\s+)?(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3})[a-z]*\.?(?:,?\s+\d{4})?$/.exec(
      text,
    );
  return dayFirst ? valid(MONTHS.indexOf(dayFirst[2] ?? "") + 1, Number(dayFirst[1])) : null;
}

/** Whether that is the pick-up's local day. */
export function isPickupDay(date: MonthDay, pickupAt: number, timezone: string): boolean {
  const day = localDay(pickupAt, timezone);
  return date.month === day.month && date.day === day.day;
}

function localDay(at: number, timezone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).toPlainDate();
}

function valid(month: number, day: number): MonthDay | null {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { month, day } : null;
}
