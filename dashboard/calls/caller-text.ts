import { phoneText } from "../components/phone-text.ts";

/** Who called, as people read it: "(520) 555-0142", or that the caller did not show a number. */
export function callerText(from: string | null): string {
  return from === null || from === "" || /^(anonymous|unknown|restricted|private)$/i.test(from)
    ? "Withheld number"
    : phoneText(from);
}

/** Can calls from there be turned away? */
export function canBeBlocked(from: string | null): from is string {
  return from !== null && /^\+\d{7,15}$/.test(from);
}
