import { phoneText } from "../../worker/phone/phone-text.ts";
import { isWithheld } from "../../worker/phone/withheld.ts";

/** Who called: "(520) 555-0142", or "Withheld number". */
export function callerText(from: string | null): string {
  return from === null || isWithheld(from) ? "Withheld number" : phoneText(from);
}

/** Whether calls from this number can be blocked. */
export function canBeBlocked(from: string | null): from is string {
  return from !== null && /^\+\d{7,15}$/.test(from) && !isWithheld(from);
}
