/**
 * A time of day as minutes after midnight: "22:05", "10:05 PM", "10:05:00 p.m.", "10 PM", "2205", "830p", "22h05",
 * "22.05 Uhr", "noon", a spreadsheet's fraction of a day (0.92). 24:00 is 1440, the midnight after. Null if the text is
 * not a time; 13:00 AM and a bare "10" are not.
 */
export function parseClock(text: string): number | null {
  if (/^0?\.\d+$/.test(text)) return fraction(Number(text));
  if (NOON.test(text)) return 720;
  if (MIDNIGHT.test(text)) return 0;
  if (/^24[:.h]?00(?::00)?(?: ?(?:uhr|h|hrs?))?$/i.test(text)) return 1440;
  const written = COLON.exec(text) ?? HOUR_ONLY.exec(text) ?? MILITARY.exec(text);
  if (!written?.groups) return null;
  const { hour = "", minute = "0", second = "0", half } = written.groups;
  return minutesOf(Number(hour), Number(minute), Number(second), half?.toLowerCase());
}

const HALF = String.raw`(?<half>[ap])\.?\s?(?:m\.?)?`;
const COLON = new RegExp(
  String.raw`^(?<hour>\d{1,2})[:.h](?<minute>\d\d)(?::(?<second>\d\d)(?:[.,]\d+)?)?\s*(?:${HALF})?\s*(?:uhr|hrs?|h)?$`,
  "i",
);
const HOUR_ONLY = new RegExp(String.raw`^(?<hour>\d{1,2})\s*(?:${HALF}|h|uhr)$`, "i");
const MILITARY = new RegExp(String.raw`^(?<hour>\d{1,2})(?<minute>\d\d)\s*(?:${HALF}|h|hrs?|hours|uhr)?$`, "i");
const NOON = /^(?:12(?::?00)?\s*)?(?:noon|midday|mittags?|medio ?d[ií]a|midi)$/i;
const MIDNIGHT = /^(?:(?:12|0|00)(?::?00)?\s*)?(?:midnight|mitternacht|media ?noche|minuit)$/i;

/**
 * A spreadsheet's fraction of a day, to the minute. 0.9999 would be the next midnight, which is not part of this day.
 */
export function fraction(part: number): number | null {
  const minutes = Math.round(part * 1440);
  return minutes < 1440 ? minutes : null;
}

function minutesOf(hour: number, minute: number, second: number, half: string | undefined): number | null {
  if (hour > 23 || minute > 59 || second > 59) return null;
  if (half === undefined) return hour * 60 + minute;
  if (hour > 12) return half === "p" ? hour * 60 + minute : null; // "22:05 PM" says the same twice
  if (hour === 0) return half === "a" ? minute : null;
  return ((hour % 12) + (half === "p" ? 12 : 0)) * 60 + minute;
}
