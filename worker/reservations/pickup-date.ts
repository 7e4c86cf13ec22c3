import { Temporal } from "temporal-polyfill/implementation";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * Whether a date as the model writes it ("2026-12-05", "12/5/2026", "December 5th", "tomorrow") is the pick-up's local
 * day. Month and day count: the agent is not told the year and may guess it. What cannot be read matches nothing.
 */
export function isPickupDate(said: string, pickupAt: number, timezone: string, now: number): boolean {
  const day = localDay(pickupAt, timezone);
  const text = said.trim().toLowerCase();
  const today = localDay(now, timezone);
  if (text === "today") return day.equals(today);
  if (text === "tomorrow") return day.equals(today.add({ days: 1 }));
  const date = readDate(text);
  return date !== null && date.month === day.month && date.day === day.day;
}

function localDay(at: number, timezone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).toPlainDate();
}

type MonthDay = { month: number; day: number };

function readDate(text: string): MonthDay | null {
  const iso = /^\d{4}-(\d{1,2})-(\d{1,2})/.exec(text);
  if (iso) return { month: Number(iso[1]), day: Number(iso[2]) };
  const us = /^(\d{1,2})\/(\d{1,2})(?:\/\d{4})?$/.exec(text);
  if (us) return { month: Number(us[1]), day: Number(us[2]) };
  const spelled = /^(?:[a-z]+day,?\s+)?([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+\d{4})?$/.exec(text);
  const month = spelled ? MONTHS.indexOf(spelled[1] ?? "") + 1 : 0;
  if (!spelled || month === 0) return null;
  return { month, day: Number(spelled[2]) };
}
