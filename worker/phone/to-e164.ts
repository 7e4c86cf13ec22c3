import type { CountryCode } from "libphonenumber-js/min";
import { readPhone } from "./read-phone.ts";

/** A text as an E.164 number; null if it is not one, or if it has an extension, which cannot be dialled with it. */
export function toE164(text: string, country?: CountryCode): string | null {
  const phone = readPhone(text, country);
  return phone.kind === "number" && phone.extension === null ? phone.e164 : null;
}
