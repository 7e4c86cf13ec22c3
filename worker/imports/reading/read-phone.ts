import type { CountryCode } from "libphonenumber-js/min";
import { type PhoneNumber, readPhones } from "../../phone/read-phones.ts";
import { withoutFraction } from "../../phone/spreadsheet-number.ts";
import { isWithheld } from "../../phone/withheld.ts";

export type Phone = { telephone: string | null; phoneE164: string | null; secondPhoneE164: string | null };

/**
 * The first two numbers out of one or several cells, each with one or several numbers. `telephone` is the cell in which
 * the first was found, as written; where none is found, the first cell that is not blank.
 * @param options.dialled whether calls go there: a number with an extension is none then
 */
export function phoneReader(country: CountryCode, { dialled = false } = {}): (texts: string[]) => Phone {
  const known = new Map<string, string[]>();
  const numbersIn = (text: string): string[] => {
    const before = known.get(text);
    if (before) return before;
    const usable = ({ extension }: PhoneNumber) => !dialled || extension === null;
    const numbers = readPhones(text, country)
      .filter(usable)
      .map(({ e164 }) => e164);
    known.set(text, numbers);
    return numbers;
  };
  return (texts) => {
    const found: { text: string; number: string }[] = [];
    for (const text of texts) {
      if (text === "") continue;
      const plain = plainNorthAmerican(text, country);
      for (const number of plain ? [plain] : numbersIn(text)) found.push({ text, number });
    }
    const [first] = found;
    const second = found.find(({ number }) => number !== first?.number);
    return {
      telephone: withoutFraction(first?.text ?? texts.find((text) => text !== "") ?? "") || null,
      phoneE164: first?.number ?? null,
      secondPhoneE164: second?.number ?? null,
    };
  };
}

// The usual spelling, which needs no parser: most lists have nothing else, and the parser takes most of an import.
function plainNorthAmerican(text: string, country: CountryCode): string | null {
  const pattern = /^(?:\+1[ .-]?|1[ .-])?(?:\(([2-9]\d\d)\) ?|([2-9]\d\d)[ .-]?)([2-9]\d\d)[ .-]?(\d{4})$/;
  const match = (country === "US" || country === "CA") && !isWithheld(text) ? pattern.exec(text) : null;
  return match ? `+1${match[1] ?? match[2]}${match[3]}${match[4]}` : null;
}
