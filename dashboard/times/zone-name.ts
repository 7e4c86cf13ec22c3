import { dateFormat } from "./date-format.ts";

/** The everyday name of an IANA zone: "Central Time" for "America/Chicago". */
export function zoneName(timeZone: string): string {
  // Shortly before clocks change, some names carry their country. In the middle of January no zone changes them.
  const january = Date.UTC(new Date().getUTCFullYear(), 0, 15);
  const parts = dateFormat("en-US", { timeZone, timeZoneName: "longGeneric" }).formatToParts(january);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone.replaceAll("_", " ");
}
