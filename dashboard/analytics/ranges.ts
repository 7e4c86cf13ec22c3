import { dateIn } from "../times/moment.ts";

/** The ranges that are offered, by their number of days. */
export const RANGES = { "7": "7 days", "30": "30 days", "90": "90 days", "365": "1 year" } as const;

export type Days = keyof typeof RANGES;

export type Range = { from: string; to: string };

/** The last days until today on the clocks of a zone, and as many days before them. `now` is epoch milliseconds. */
export function lastDays(days: Days, timeZone: string | undefined, now: number): { range: Range; before: Range } {
  const today = dateIn(timeZone, now);
  const count = Number(days);
  return {
    range: { from: addDays(today, 1 - count), to: today },
    before: { from: addDays(today, 1 - 2 * count), to: addDays(today, -count) },
  };
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
