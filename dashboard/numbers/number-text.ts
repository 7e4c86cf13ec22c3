import { AsYouType } from "libphonenumber-js/min";
import { phoneText } from "../../worker/phone/phone-text.ts";

/** A stored number grouped as its own country writes it: "(520) 555-0142", "+44 20 7946 0123". */
export function numberText(e164: string): string {
  const short = phoneText(e164);
  return short === e164 ? new AsYouType().input(e164) : short;
}
