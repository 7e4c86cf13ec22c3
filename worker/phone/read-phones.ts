import type { CountryCode } from "libphonenumber-js/min";
import { openAddress } from "./address.ts";
import { HOME } from "./country.ts";
import { EXTENSION_PATTERN } from "./extension.ts";
import { type Phone, readPhone } from "./read-phone.ts";

export type PhoneNumber = Extract<Phone, { kind: "number" }>;

const NUMBER = new RegExp(`\\(?\\+?\\(?\\d[\\d().\\-/ \\t\u00A0‐‑‒–—−]*${EXTENSION_PATTERN}?`, "giu");
const BETWEEN_NUMBERS =
  /\s*\/\s*|[ \t]{2,}|[ \t]+[-–—][ \t]+|[ \t]+(?=\+)|(?<=\d{4})[ \t]+(?=\(?[2-9]\d\d\)?[ .-]?\d{3})/;

/**
 * All numbers in a text, in order and each once: "cell: 602-555-0123 (wife), home 602-555-0124 x4". Other text is
 * ignored, and so are digits that are not a number. Numbers are read as in `readPhone`.
 */
export function readPhones(text: string, country: CountryCode = HOME): PhoneNumber[] {
  const whole = readPhone(text, country);
  if (whole.kind === "number") return [whole];
  if (whole.kind === "withheld") return [];
  const found = new Map<string, PhoneNumber>();
  for (const [run] of openAddress(text).matchAll(NUMBER)) {
    for (const number of numbersIn(run, country)) if (!found.has(number.e164)) found.set(number.e164, number);
  }
  return [...found.values()];
}

function numbersIn(run: string, country: CountryCode): PhoneNumber[] {
  const whole = readPhone(run, country);
  if (whole.kind === "number") return [whole];
  const parts = run.split(BETWEEN_NUMBERS);
  return parts.length < 2
    ? []
    : parts.map((part) => readPhone(part, country)).filter((phone) => phone.kind === "number");
}
