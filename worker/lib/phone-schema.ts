import * as z from "zod";
import { toE164 } from "./phone.ts";

/** A telephone number as somebody typed it, parsed to E.164. `missing` is said when there is none at all. */
export function telephone(missing = "Enter a telephone number.") {
  return z
    .string(missing)
    .trim()
    .min(1, { error: missing, abort: true })
    .transform((text, context) => {
      const number = toE164(text);
      if (number) return number;
      context.addIssue({
        code: "custom",
        message: "This is not a telephone number. Enter it with its area code, such as (520) 555-0142.",
      });
      return z.NEVER;
    });
}
