import type { CountryCode } from "libphonenumber-js/min";
import { HOME } from "../phone/country.ts";
import { readPhones } from "../phone/read-phones.ts";
import { toE164 } from "../phone/to-e164.ts";
import { spokenReadings } from "./spoken/readings.ts";

/**
 * The numbers in what a caller said, as a model passes it on: in digits or spelled out in words, as E.164. Words that
 * may mean two numbers give none. A number that was taken back ("0132, no wait, 0123") is left out.
 */
export function heardPhones(said: string, country: CountryCode = HOME): string[] {
  const meant = new Set(spokenReadings("phone", said).flatMap((reading) => numbersIn(reading, country)));
  if (meant.size > 0) return meant.size === 1 ? [...meant] : [];
  return numbersIn(said, country);
}

function numbersIn(text: string, country: CountryCode): string[] {
  return readPhones(text, country).map(({ e164 }) => e164);
}

/**
 * The telephone to look a booking up by; null if none was said. If it has more digits than a number of the company's
 * country, it may be one from abroad that lost its plus. Only here is that tried, because it either equals a number
 * that is stored already or finds nothing.
 */
export function heardPhone(said: string, country: CountryCode = HOME): string | null {
  const [number = null] = heardPhones(said, country);
  return number ?? (/^(?:[\s().-]*\d){11,15}[\s().-]*$/.test(said) ? toE164(`+${said.replace(/\D/g, "")}`) : null);
}
