import type { CountryCode } from "libphonenumber-js/min";
import { toE164 } from "../../lib/phone.ts";

export type Phone = { telephone: string | null; phoneE164: string | null };

/**
 * The first number that can be dialled out of one or several cells, each with one or several numbers. `telephone` is the
 * cell it was found in, as written; where none is found, the first cell that is not blank.
 */
export function phoneReader(country: CountryCode): (texts: string[]) => Phone {
  const known = new Map<string, string | null>();
  const firstIn = (text: string): string | null => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const number = firstNumber(text, country);
    known.set(text, number);
    return number;
  };
  return (texts) => {
    for (const text of texts) {
      const number = text === "" ? null : (plainNorthAmerican(text, country) ?? firstIn(text));
      if (number) return { telephone: text, phoneE164: number };
    }
    return { telephone: texts.find((text) => text !== "") ?? null, phoneE164: null };
  };
}

// The usual spelling, which needs no parser: most lists have nothing else, and the parser takes most of an import.
function plainNorthAmerican(text: string, country: CountryCode): string | null {
  const pattern = /^(?:\+1[ .-]?|1[ .-])?(?:\(([2-9]\d\d)\) ?|([2-9]\d\d)[ .-]?)(\d{3})[ .-]?(\d{4})$/;
  const match = country === "US" || country === "CA" ? pattern.exec(text) : null;
  return match ? `+1${match[1] ?? match[2]}${match[3]}${match[4]}` : null;
}

function firstNumber(text: string, country: CountryCode): string | null {
  const whole = dialled(text, country);
  if (whole) return whole;
  for (const part of text.split(/[,;|/\n]|\s+(?:or|and|oder|und|y|ou)\s+|\s{2,}|\s(?=\+)/i)) {
    const number = dialled(part, country);
    if (number) return number;
  }
  return null;
}

/** With what stands around the number taken away: "Mobile: (520) 555-0142 (wife)", "tel 520 555 0142". */
function dialled(text: string, country: CountryCode): string | null {
  const bare = text.replace(/^[\p{L}\s.]*[:.]?\s*(?=[+(\d])/u, "").replace(/\s*\(?\p{L}[\p{L}\s]*\)?\s*$/u, "");
  return toE164(text, country) ?? (hasExtension(text) ? null : toE164(bare, country));
}

function hasExtension(text: string): boolean {
  return /(?:ext|x|#)\.?\s*\d+\s*$/i.test(text);
}
