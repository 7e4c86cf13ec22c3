import { DRIVER_FIELDS, type DriverField } from "../../drivers/fields.ts";
import type { Field } from "../../lib/field-table.ts";
import { RESERVATION_FIELDS, type ReservationField } from "../../reservations/fields.ts";
import { DRIVER_SYNONYMS, RESERVATION_SYNONYMS, type Synonyms } from "./synonyms.ts";

export type Kind = "reservations" | "drivers";
export type FieldOf = { reservations: ReservationField; drivers: DriverField };

type FieldSet = {
  fields: Record<string, Field<string>>;
  synonyms: Synonyms;
  /** Fields that read every column of theirs, best first, not only the first that is there. */
  everyColumn: string[];
};

/** How each field is recognised in a list by the titles of its columns. */
export const FIELDS = {
  reservations: { fields: RESERVATION_FIELDS, synonyms: RESERVATION_SYNONYMS, everyColumn: ["telephone"] },
  drivers: { fields: DRIVER_FIELDS, synonyms: DRIVER_SYNONYMS, everyColumn: ["phone"] },
} as const satisfies Record<Kind, FieldSet>;

/** What the list needs that has no column for a field of this name. */
export function requiredFields(kind: Kind): { field: string; what: string }[] {
  const fields: Record<string, Field<string>> = FIELDS[kind].fields;
  return Object.entries(fields).flatMap(([field, { required }]) => (required ? [{ field, what: required }] : []));
}
