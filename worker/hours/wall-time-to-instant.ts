import { Temporal } from "temporal-polyfill/implementation";

/** Epoch milliseconds. A skipped or repeated time has two readings, and only the operator knows which is right. */
export type WallTime = { at: number } | { problem: "skipped" | "repeated"; earlier: number; later: number };

/**
 * The instant of a wall time "YYYY-MM-DD HH:MM" in an IANA zone, as found in imports. Null if the text is not such a time.
 * A time that the clocks skip or repeat is reported, never guessed. Throws RangeError for an unknown zone.
 */
export function wallTimeToInstant(text: string, zone: string): WallTime | null {
  const wall = parseWallTime(text);
  if (!wall) return null;
  const first = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  const earlier = first.epochMilliseconds;
  const later = wall.toZonedDateTime(zone, { disambiguation: "later" }).epochMilliseconds;
  if (earlier === later) return { at: earlier };
  const shown = first.hour === wall.hour && first.minute === wall.minute;
  return { problem: shown ? "repeated" : "skipped", earlier, later };
}

function parseWallTime(text: string): Temporal.PlainDateTime | null {
  const match = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d)$/.exec(text);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  try {
    return new Temporal.PlainDateTime(year, month, day, hour, minute); // refuses February 30 and 24:00
  } catch {
    return null;
  }
}
