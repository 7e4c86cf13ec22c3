import { Temporal } from "temporal-polyfill/implementation";

/**
 * When a day ("YYYY-MM-DD") and the next one begin in an IANA zone, in epoch milliseconds, 23 to 25 hours apart. Null if
 * the date does not exist.
 */
export function dayBounds(day: string, zone: string): { start: number; end: number } | null {
  try {
    const date = Temporal.PlainDate.from(day);
    const at = (then: Temporal.PlainDate) => then.toZonedDateTime(zone).epochMilliseconds;
    return { start: at(date), end: at(date.add({ days: 1 })) };
  } catch {
    return null;
  }
}
