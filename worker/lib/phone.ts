import { type CountryCode, type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/min";

/**
 * A telephone number as people write it, as E.164 ("+15205550142"), or null when it is not one that can be dialled.
 * A number without "+" belongs to `country` (ISO 3166, default US). Nothing around the number is ignored, and an
 * extension is refused, because E.164 cannot hold it.
 */
export function toE164(text: string, country: CountryCode = "US"): string | null {
  const number = parsePhoneNumberFromString(text.trim(), { defaultCountry: country, extract: false });
  if (!number || number.ext || !isDialable(number)) return null;
  return number.number;
}

// Length, not assignment: new area codes and the fictional 555 ones must pass, and only a call can prove a number.
function isDialable(number: PhoneNumber): boolean {
  const noSuchAreaCode = number.countryCallingCode === "1" && /^[01]/.test(number.nationalNumber);
  return number.isPossible() && !noSuchAreaCode;
}
