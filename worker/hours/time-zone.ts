import { Temporal } from "temporal-polyfill/implementation";

/** Whether this is an IANA time zone in IANA's own spelling. Offsets ("+02:00") and other spellings are not. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false; // Temporal accepts an offset as a zone, but it has no clock changes
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId === zone;
  } catch {
    return false;
  }
}
