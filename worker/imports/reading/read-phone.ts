import type { CountryCode } from "libphonenumber-js/min";
import { type PhoneNumber, readPhones } from "../../phone/read-phones.ts";
import { withoutFraction } from "../../phone/spreadsheet-number.ts";
import { isWithheld } from "../../phone/withheld.ts";

export type Phone = { telephone: string | null; phoneE164: string | null; secondPhoneE164: string | null };

/** A cell of numbers. `own`: they are the person's own, not those of whoever booked or pays. */
export type PhoneCell = { text: string; own: boolean };

/**
 * The first two numbers in one or several cells, each of which may hold several. `telephone` is the cells in which they
 * were found, as written, or the first cell that is not blank if none was found. A stranger's number is taken only if
 * there is none of the person's own, and never as a second one, because a second one also proves who calls.
 * @param options.dialled whether calls go there: then a number with an extension does not count
 */
export function phoneReader(country: CountryCode, { dialled = false } = {}): (cells: PhoneCell[]) => Phone {
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
  return (cells) => {
    const found: { cell: PhoneCell; number: string }[] = [];
    for (const cell of cells) {
      if (cell.text === "") continue;
      const plain = plainNorthAmerican(cell.text, country);
      for (const number of plain ? [plain] : numbersIn(cell.text)) found.push({ cell, number });
    }
    const first = found.find(({ cell }) => cell.own) ?? found[0];
    const second = found.find(({ cell, number }) => cell.own && first?.cell.own && number !== first.number);
    const texts = first ? [first.cell.text, ...(second ? [second.cell.text] : [])] : [firstFilled(cells)];
    return {
      telephone: [...new Set(texts.map(withoutFraction))].join(" / ") || null,
      phoneE164: first?.number ?? null,
      secondPhoneE164: second?.number ?? null,
    };
  };
}

function firstFilled(cells: PhoneCell[]): string {
  return cells.find(({ text }) => text !== "")?.text ?? "";
}

// The usual spelling, which needs no parser. Most lists have nothing else, and the parser takes most of an import's time.
function plainNorthAmerican(text: string, country: CountryCode): string | null {
  const pattern = /^(?:\+1[ .-]?|1[ .-])?(?:\(([2-9]\d\d)\) ?|([2-9]\d\d)[ .-]?)([2-9]\d\d)[ .-]?(\d{4})$/;
  const match = (country === "US" || country === "CA") && !isWithheld(text) ? pattern.exec(text) : null;
  return match ? `+1${match[1] ?? match[2]}${match[3]}${match[4]}` : null;
}
