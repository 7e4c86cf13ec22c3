import { DRIVER_FIELDS, type DriverField } from "../../drivers/fields.ts";
import type { Field } from "../../lib/field-table.ts";
import { RESERVATION_FIELDS, type ReservationField } from "../../reservations/fields.ts";

/** What a list can hold. */
export const KINDS = ["reservations", "drivers"] as const;
export type Kind = (typeof KINDS)[number];
export type FieldOf = { reservations: ReservationField; drivers: DriverField };

/** The fields that a list can be read into. */
export const FIELDS: Record<Kind, Record<string, Field<string>>> = {
  reservations: RESERVATION_FIELDS,
  drivers: DRIVER_FIELDS,
};

/** Fields that can stand in for one that has no column: a booking can also be found by its telephone. */
const SUBSTITUTES: Record<string, string> = {
  confirmation_number: "telephone",
  pickup_time: "appointment_time",
};

/** What the list needs but has no column for. */
export function lackingFields(kind: Kind, found: { has(field: string): boolean }): { field: string; what: string }[] {
  return Object.entries(FIELDS[kind]).flatMap(([field, { required }]) => {
    const isThere = found.has(field) || found.has(SUBSTITUTES[field] ?? "");
    return required && !isThere ? [{ field, what: required }] : [];
  });
}
