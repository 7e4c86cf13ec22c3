import { countryOfNumber, HOME } from "./country.ts";
import { readPhone } from "./read-phone.ts";
import { isWithheld } from "./withheld.ts";

/** The form that carriers nearly always send, so that a ringing phone does not wait for a parser. */
const PLAIN = /^\+(?:1[2-9]\d{9}|(?!1|521)[2-9]\d{6,14})$/;

/**
 * A caller's number as E.164. Null if it is withheld, or if it is not a number that could be called back (an extension,
 * a name). Two callers without a number are never the same person.
 * @param dialled the company's number (E.164): digits without a plus are read as numbers of its country
 */
export function callerNumber(sent: string | null | undefined, dialled: string): string | null {
  const text = sent?.trim() ?? "";
  if (isWithheld(text)) return null;
  if (PLAIN.test(text)) return text;
  const read = readPhone(text, countryOfNumber(dialled));
  return read.kind === "number" ? read.e164 : null;
}

/**
 * The number of ours that a call reached, as E.164; null if there is none (a web call). Retell names a number as it was
 * imported, which is E.164. One that has lost its plus can only be a number that some company has proven to own.
 */
export function ownNumber(sent: string | null | undefined): string | null {
  const text = sent?.trim() ?? "";
  if (PLAIN.test(text)) return text;
  const read = readPhone(text, HOME);
  if (read.kind === "number") return read.e164;
  return PLAIN.test(`+${text}`) ? `+${text}` : null;
}
