import * as z from "zod";

/** A text field that may be empty: blank text and null become null, anything else is left to `schema`. */
export function nullWhenBlank<Output>(schema: z.ZodType<Output, string>) {
  return z
    .string("Write text, or leave it empty.")
    .nullable()
    .transform((text) => (text?.trim() ? text : null))
    .pipe(schema.nullable());
}
