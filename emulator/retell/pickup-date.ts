const MONTHS = "january february march april may june july august september october november december".split(" ");
const DAY_MS = 86_400_000;

const WEEKDAYS = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";
const DIAS = "(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)";
const ORDINAL =
  "(?:\\d{1,2}(?:st|nd|rd|th)|(?:twenty[ -]|thirty[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|\\w+teenth|tenth|eleventh|twelfth|twentieth|thirtieth)";
const WRITTEN = new RegExp(`\\b(${MONTHS.join("|")}) (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?\\b`, "i");
// Passed on as they were said, because only the Worker knows the company's calendar.
const SAID = new RegExp(
  [
    "day after tomorrow",
    "in \\w+ (?:days|weeks?)",
    `(?:this |next |last )?${WEEKDAYS}`,
    `the ${ORDINAL}(?: of (?:${MONTHS.join("|")}))?`,
    `(?:${MONTHS.join("|")}) ${ORDINAL}`,
    "(?:pasado )?mañana",
    `(?:el |este )?(?:próximo )?${DIAS}(?: que viene)?`,
    "el [a-zé]+(?: y uno)? de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)",
  ]
    .map((phrase) => `(?<![\\p{L}\\d])${phrase}(?![\\p{L}\\d])`)
    .join("|"),
  "iu",
);

/**
 * The day a caller names ("November 28th", "tomorrow", "2026-11-28") as YYYY-MM-DD, seen from `now` in that zone; other
 * ways to name one ("the fifth", "next Monday", "pasado mañana") in the caller's words.
 */
export function findDate(line: string, now: number, timeZone: string): string | null {
  const iso = /\b\d{4}-\d{2}-\d{2}\b/.exec(line)?.[0];
  if (iso !== undefined) return iso;
  const said = SAID.exec(line)?.[0];
  if (said !== undefined && !WRITTEN.test(said)) return said;
  if (/\btoday|tonight\b/i.test(line)) return localDay(now, timeZone);
  if (/\btomorrow\b/i.test(line)) return localDay(now + DAY_MS, timeZone);
  const named = WRITTEN.exec(line);
  if (named === null) return null;
  const month = String(MONTHS.indexOf((named[1] ?? "").toLowerCase()) + 1).padStart(2, "0");
  const day = (named[2] ?? "").padStart(2, "0");
  const today = localDay(now, timeZone);
  const thisYear = Number(today.slice(0, 4));
  if (named[3] !== undefined) return `${named[3]}-${month}-${day}`;
  return `${thisYear}-${month}-${day}` < today && month === "01"
    ? `${thisYear + 1}-${month}-${day}`
    : `${thisYear}-${month}-${day}`;
}

// Swedish dates are written like ISO dates.
function localDay(now: number, timeZone: string): string {
  try {
    return new Intl.DateTimeFormat("sv-SE", { timeZone }).format(now);
  } catch {
    return new Intl.DateTimeFormat("sv-SE", { timeZone: "UTC" }).format(now);
  }
}
