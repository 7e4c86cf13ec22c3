import { DRIVER_COLUMNS, DRIVER_FIELDS } from "../../worker/drivers/fields.ts";
import type { Column, Field } from "../../worker/lib/field-table.ts";
import { RESERVATION_COLUMNS, RESERVATION_FIELDS } from "../../worker/reservations/fields.ts";
import type { Kind } from "./list-replies.ts";

/** What the rows of a list are called. */
export const KIND_WORDS = {
  reservations: { one: "reservation", many: "reservations", title: "Reservations", page: "/reservations" },
  drivers: { one: "driver", many: "drivers", title: "Drivers", page: "/drivers" },
} as const satisfies Record<Kind, object>;

/** What the agent does once an import is undone: "uses the drivers from before this import". */
export function usesAfterUndo(kind: Kind, listBefore: boolean): string {
  const { many } = KIND_WORDS[kind];
  return listBefore
    ? `uses the ${many} from before this import`
    : `has no ${many}: there was no list before this import`;
}

const TABLES: Record<Kind, { fields: Record<string, Field<string>>; columns: Record<string, Column> }> = {
  reservations: { fields: RESERVATION_FIELDS, columns: RESERVATION_COLUMNS },
  drivers: { fields: DRIVER_FIELDS, columns: DRIVER_COLUMNS },
};

/** The fields of a list, the required ones first. */
export function fieldsOf(kind: Kind): string[] {
  const fields = Object.keys(TABLES[kind].fields);
  return [...fields.filter((field) => isRequired(kind, field)), ...fields.filter((field) => !isRequired(kind, field))];
}

export function isRequired(kind: Kind, field: string): boolean {
  return TABLES[kind].fields[field]?.required !== undefined;
}

/** What operators call a field, by its name in a list or in the API. */
export function fieldWord(kind: Kind, name: string): string {
  const { fields, columns } = TABLES[kind];
  const [key, column] = Object.entries(columns).find(([, one]) => one.name === name) ?? [];
  const field = fields[name] ?? Object.values(fields).find((one) => key !== undefined && one.columns.includes(key));
  return column?.label ?? field?.label ?? name.replaceAll("_", " ");
}
