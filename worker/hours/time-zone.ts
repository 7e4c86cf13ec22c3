import { Temporal } from "temporal-polyfill/implementation";

/** Is this an IANA time zone, in IANA's own spelling? Offsets ("+02:00"), other spellings and nonsense are not. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false; // an offset passes as a zone with Temporal, but knows no clock change
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId === zone;
  } catch {
    return false;
  }
}
