import { toE164 } from "../lib/phone.ts";
import { spokenCharacters } from "./spoken.ts";

/**
 * A telephone number as a model passes it on, as E.164: written in any common way, spelled out in words, or a foreign
 * number that lost its plus. Null when it is none.
 */
export function heardPhone(said: string): string | null {
  const spelled = spokenCharacters(said);
  const digits = said.replace(/\D/g, "");
  return toE164(said) ?? toE164(spelled) ?? (digits.length > 10 ? toE164(`+${digits}`) : null);
}
