import * as z from "zod";
import { nullWhenBlank } from "../lib/blank.ts";
import { type KeysWhere, keysOf } from "../lib/field-table.ts";
import { textEdits } from "../lib/text-edits.ts";
import { HAS_HIDDEN, isVisible } from "../lib/visible-text.ts";
import { toE164 } from "../phone/to-e164.ts";
import { nameKey } from "../reservations/name.ts";
import { DRIVER_FIELDS, type DriverRow } from "./fields.ts";

const name = z
  .string("Enter the driver's name.")
  .transform((text) => text.replace(/\s+/g, " ").trim())
  .pipe(z.string().max(120, "Keep the name under 120 characters."))
  .refine((text) => nameKey(text) !== "", "Enter the driver's name.")
  .refine(isVisible, HAS_HIDDEN);

const phone = nullWhenBlank(
  z
    .string()
    .trim()
    .max(60, "Keep the number under 60 characters.")
    .refine(
      (text) => toE164(text) !== null,
      "This is not a telephone number. Enter it with its area code, such as (520) 555-0142.",
    ),
);

/** Fields with a rule of their own. */
const own = { name, phone: phone.optional() } satisfies Record<
  KeysWhere<typeof DRIVER_FIELDS, "edit", "own">,
  z.ZodType
>;

/** A driver as an operator adds one. */
export const newDriver = z.object({ ...own, ...textEdits(DRIVER_FIELDS) });

/** What may be changed of a driver; what is absent stays. */
export const driverEdit = newDriver.partial();

export type DriverEdit = z.output<typeof driverEdit>;

/** The columns of an edit, with those that follow from them. */
export function driverColumns(edit: DriverEdit): Partial<DriverRow> {
  const entered = keysOf(DRIVER_FIELDS).filter((field) => edit[field] !== undefined);
  return {
    ...Object.fromEntries(entered.map((field) => [DRIVER_FIELDS[field].columns[0], edit[field]])),
    ...(edit.name !== undefined && { nameKey: nameKey(edit.name) }),
    ...(edit.phone !== undefined && { phoneE164: edit.phone === null ? null : toE164(edit.phone) }),
  };
}
