import * as z from "zod";

/** A text field that may be empty: blank text and null become null, and `schema` checks anything else. */
export function nullWhenBlank<Output>(schema: z.ZodType<Output, string>) {
  return z
    .string("Enter text, or leave it empty.")
    .nullable()
    .transform((text) => (text?.trim() ? text : null))
    .pipe(schema.nullable());
}
