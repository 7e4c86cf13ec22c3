import { dateFormat } from "./date-format.ts";

/** The everyday name of an IANA zone: "Central Time" for "America/Chicago". */
export function zoneName(timeZone: string): string {
  const parts = dateFormat("en-US", { timeZone, timeZoneName: "longGeneric" }).formatToParts(Date.now());
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone.replaceAll("_", " ");
}
