import type { CountryCode } from "libphonenumber-js/min";
import { readPhone } from "./read-phone.ts";

/** A text as a number that can be dialled as it is (E.164); null where it is none, or has an extension, which nobody dials. */
export function toE164(text: string, country?: CountryCode): string | null {
  const phone = readPhone(text, country);
  return phone.kind === "number" && phone.extension === null ? phone.e164 : null;
}
