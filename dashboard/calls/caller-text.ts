import { phoneText } from "../../worker/phone/phone-text.ts";
import { isWithheld } from "../../worker/phone/withheld.ts";

/** Who called: "(520) 555-0142", or "Withheld number". */
export function callerText(from: string | null): string {
  return from === null || isWithheld(from) ? "Withheld number" : phoneText(from);
}

type Sides = { direction: "inbound" | "outbound"; from_number: string | null; to_number: string };

/** The other party and who called whom: "from (520) 555-0142", "to (520) 555-0142". */
export function callText({ direction, from_number, to_number }: Sides): { way: "from" | "to"; who: string } {
  return direction === "outbound"
    ? { way: "to", who: phoneText(to_number) }
    : { way: "from", who: callerText(from_number) };
}

/** Whether calls from this number can be blocked. */
export function canBeBlocked(from: string | null): from is string {
  return from !== null && /^\+\d{7,15}$/.test(from) && !isWithheld(from);
}
