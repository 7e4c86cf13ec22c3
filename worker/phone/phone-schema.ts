import * as z from "zod";
import { type Phone, readPhone } from "./read-phone.ts";

/** A telephone number as somebody typed it, parsed to E.164. `missing` is the message if there is none at all. */
export function telephone(missing = "Enter a telephone number.") {
  return z
    .string(missing)
    .trim()
    .min(1, { error: missing, abort: true })
    .transform((text, context) => {
      const phone = readPhone(text);
      if (phone.kind === "number" && phone.extension === null) return phone.e164;
      context.addIssue({ code: "custom", message: whyRefused(phone) });
      return z.NEVER;
    });
}

function whyRefused({ kind }: Phone): string {
  if (kind === "number") return "Leave out the extension: a call cannot dial it.";
  if (kind === "withheld") return "This stands for a caller who withholds their number. Enter a telephone number.";
  return "This is not a telephone number. Enter it with its area code, such as (520) 555-0142.";
}
