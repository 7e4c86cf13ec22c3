import * as z from "zod";
import { nullWhenBlank } from "../lib/blank.ts";
import { toE164 } from "../lib/phone.ts";
import { nameKey } from "../reservations/name.ts";

const name = z
  .string("Enter the driver's name.")
  .transform((text) => text.replace(/\s+/g, " ").trim())
  .pipe(z.string().max(120, "Keep the name under 120 characters."))
  .refine((text) => nameKey(text) !== "", "Enter the driver's name.");

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

const availableDays = nullWhenBlank(z.string().trim().max(200, "Keep the days under 200 characters."));

/** A driver as an operator adds him. */
export const newDriver = z.object({ name, phone: phone.optional(), available_days: availableDays.optional() });

/** What may be changed of him; what is absent stays. */
export const driverEdit = newDriver.partial();

export type DriverEdit = z.output<typeof driverEdit>;

/** The columns of an edit, with those that follow from them. */
export function driverColumns({ name: called, phone: number, available_days: days }: DriverEdit) {
  return {
    ...(called !== undefined && { name: called, nameKey: nameKey(called) }),
    ...(number !== undefined && { phone: number, phoneE164: number === null ? null : toE164(number) }),
    ...(days !== undefined && { availableDays: days }),
  };
}
