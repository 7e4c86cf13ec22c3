import * as z from "zod";

/** A field that may be empty: absent stays absent, null and blank text become null. */
export function nullWhenBlank<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (isBlank(value) ? null : value), schema.nullable());
}

function isBlank(value: unknown): boolean {
  return typeof value === "string" && value.trim() === "";
}
