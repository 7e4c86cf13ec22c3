import { type CountryCode, getCountryCallingCode, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { openAddress } from "./address.ts";
import { HOME } from "./country.ts";
import { splitExtension } from "./extension.ts";
import { hasAreaCode, northAmerican } from "./north-american.ts";
import { withoutFraction } from "./spreadsheet-number.ts";
import { isWithheld } from "./withheld.ts";

/**
 * What a text says about a telephone. `short`: too few digits to be dialled from elsewhere, such as 911 or 555-0142.
 */
export type Phone =
  | { kind: "number"; e164: string; extension: string | null }
  | { kind: "withheld" }
  | { kind: "short" }
  | { kind: "unreadable" };

const UNREADABLE: Phone = { kind: "unreadable" };
const LONGEST_SHORT = 7; // a local number in North America

/**
 * The number of a text that holds one number and nothing else, with its extension if it has one. An operator typed it,
 * a list holds it, a caller said it, or a carrier sent it. A number without "+", 00 or 011 is one of `country` (ISO
 * 3166) or none at all, because a plus before other digits would invent a number abroad.
 */
export function readPhone(text: string, country: CountryCode = HOME): Phone {
  const named = tidy(withoutFraction(openAddress(text)));
  if (isWithheld(named)) return { kind: "withheld" };
  const { number, extension } = splitExtension(named);
  if (!/^[(\s]*\+?[\d\s().\-/]+$/.test(number)) return UNREADABLE;
  const e164 = toNumber(number.trim(), country);
  if (e164) return { kind: "number", e164, extension };
  return number.replace(/\D/g, "").length <= LONGEST_SHORT ? { kind: "short" } : UNREADABLE;
}

/** Turns digits and dashes of every kind into the plain ones. */
function tidy(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069]/g, "")
    .trim();
}

function toNumber(written: string, country: CountryCode): string | null {
  const digits = written.replace(/\D/g, "");
  const homeIsNorthAmerica = getCountryCallingCode(country) === "1";
  if (homeIsNorthAmerica && isGroupedAtHome(written, digits)) return northAmerican(digits);
  const abroad = /^[(\s]*\+/.test(written) ? digits : withPrefix(written, homeIsNorthAmerica);
  if (abroad !== null) return international(abroad, written);
  return homeIsNorthAmerica ? northAmerican(written) : national(written, country);
}

/**
 * "+602-555-0123": a plus before a number of the home country, grouped as one. No country's code is 602. One that has such
 * a code (+372 555 0123) is abroad.
 */
function isGroupedAtHome(written: string, digits: string): boolean {
  if (digits.length !== 10 || !/^\+\(?[2-9]\d\d\)?[ .-]?[2-9]\d\d[ .-]\d{4}$/.test(written)) return false;
  return parsePhoneNumberFromString(`+${digits}`)?.countryCallingCode.length !== 3;
}

/** The digits after 00, or after 011 if that leads abroad; null for a number at home. Nobody writes "0 0…". */
function withPrefix(written: string, homeIsNorthAmerica: boolean): string | null {
  const behind = (homeIsNorthAmerica ? /^\D*(?:011|00)(.*)$/ : /^\D*00(.*)$/).exec(written)?.[1]?.replace(/\D/g, "");
  return behind && /^[1-9]\d/.test(behind) ? behind : null;
}

// Checks the length, not the assignment: new area codes and the
// fictional 555 ones must pass, and only a call can prove a number.
function international(digits: string, written: string): string | null {
  if (digits.startsWith("1")) return hasAreaCode(digits.slice(1)) ? `+${digits}` : null;
  const plus = written.includes("(0)") ? written.replace(/^[^+\d]*(?:\+|00|011)/, "+") : `+${digits}`;
  const number = parsePhoneNumberFromString(inUse(plus), { extract: false });
  return number?.isPossible() ? number.number : null;
}

/** Mexico dropped the 1 of its mobile numbers in 2019; telephones, carriers and lists still have it. */
function inUse(number: string): string {
  return number.replace(/^\+521(?=\d{10}$)/, "+52");
}

function national(written: string, country: CountryCode): string | null {
  const number = parsePhoneNumberFromString(written, { defaultCountry: country, extract: false });
  if (!number?.isValid() || number.countryCallingCode !== getCountryCallingCode(country)) return null;
  // Where numbers begin with a 0 at home, digits without it are a local number, unless there are too many of them.
  const dialled = number.formatNational().replace(/\D/g, "");
  const { nationalNumber } = number;
  if (written.replace(/\D/g, "") !== nationalNumber) return number.number; // it came with its 0 or its country code
  const local = dialled === nationalNumber ? LONGEST_LOCAL - 1 : LONGEST_LOCAL;
  return dialled.length > local ? number.number : null;
}

const LONGEST_LOCAL = 9; // with the 0
