import type { Column, Field, RowOf } from "../lib/field-table.ts";

// The parts of a driver, defined only here, as those of a booking are in reservations/fields.ts.

/** What is stored of a driver, in the order in which a page of rows carries it. A look-up reads only the number. */
export const DRIVER_COLUMNS = {
  name: { name: "name", holds: "text", compared: true, shown: true, lookUp: "none" },
  nameKey: { name: "name_key", holds: "text", compared: false, shown: false, lookUp: "none" },
  phone: { name: "phone", holds: "text?", compared: true, shown: true, lookUp: "none" },
  phoneE164: { name: "phone_e164", holds: "text?", compared: false, shown: true, lookUp: "read" },
  availableDays: { name: "available_days", holds: "text?", compared: true, shown: true, lookUp: "none" },
  leg: { name: "leg", holds: "count", compared: false, shown: false, lookUp: "none" },
} as const satisfies Record<string, Column>;

export type DriverColumn = keyof typeof DRIVER_COLUMNS;

/** What a list and an operator call the parts of a driver. */
export const DRIVER_FIELDS = {
  name: {
    label: "Name",
    columns: ["name", "nameKey"],
    read: "own",
    required: "a column with the driver's name",
    edit: "own",
  },
  phone: { label: "Phone", columns: ["phone", "phoneE164"], read: "own", edit: "own" },
  available_days: {
    label: "Available days",
    columns: ["availableDays"],
    read: "text",
    join: ", ",
    edit: "text",
    longest: 200,
  },
} as const satisfies Record<string, Field<DriverColumn>>;

export type DriverField = keyof typeof DRIVER_FIELDS;

/** A driver as it is stored, without its id, its company and its import. */
export type StoredDriver = RowOf<typeof DRIVER_COLUMNS>;

/** A driver as they are read from a list. `leg` is missing, because only the whole list shows who shares a name. */
export type DriverRow = Omit<StoredDriver, "leg">;
