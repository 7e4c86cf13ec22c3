import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { drivers, reservations } from "../../../drizzle/schema.ts";
import { DRIVER_COLUMNS } from "../../drivers/fields.ts";
import { type Column, keysOf, keysWhere } from "../../lib/field-table.ts";
import { EDITED_COLUMNS, RESERVATION_COLUMNS } from "../../reservations/fields.ts";
import type { Kind } from "../version.ts";

type VersionTable = {
  table: SQLiteTable;
  /** What identifies a row in every version of a list. */
  key: string;
  label: string;
  /** What a row holds, in the order in which a page of rows carries it (row-pages.ts). */
  stored: string[];
  /** What is compared between two versions. */
  compared: string[];
  /** What stays if an operator changed it by hand and wants to keep it. */
  kept: string[];
};

/** The tables of lists. All but `table` are names of columns in the database. */
export const VERSIONS = {
  reservations: {
    table: reservations,
    key: "confirmation_number",
    label: "confirmation_number",
    stored: names(RESERVATION_COLUMNS, keysOf(RESERVATION_COLUMNS)),
    compared: names(RESERVATION_COLUMNS, keysWhere(RESERVATION_COLUMNS, "compared", true)).map(asRead),
    kept: [...names(RESERVATION_COLUMNS, EDITED_COLUMNS), RESERVATION_COLUMNS.statusUnknown.name],
  },
  drivers: {
    table: drivers,
    key: "name_key",
    label: "name",
    stored: names(DRIVER_COLUMNS, keysOf(DRIVER_COLUMNS)),
    compared: names(DRIVER_COLUMNS, keysWhere(DRIVER_COLUMNS, "compared", true)),
    kept: [],
  },
} satisfies Record<Kind, VersionTable>;

/** A column of one of two rows of the same table: `column("fresh", "status")`. */
export function column(alias: string, name: string): SQL {
  return sql.raw(`"${alias}"."${name}"`);
}

/**
 * Whether a row of one version belongs to the same booking as a row of another, whichever of its rides they are. A ride
 * without a number belongs only to itself.
 */
export function sameBooking(kind: Kind): SQL {
  const { key } = VERSIONS[kind];
  return sql`${column("fresh", key)} = ${column("base", key)} AND (${column("base", key)} <> '' OR fresh.leg = base.leg)`;
}

/** Whether this column differs. A change by hand that is to stay does not count. */
export function differs(kind: Kind, name: string): SQL {
  const plain = sql`${column("fresh", name)} IS NOT ${column("base", name)}`;
  if (kind === "drivers") return plain;
  const kept = sql`${column("base", "keep_edit")} = 1 AND instr(${column("base", "edited_fields")}, ${sql.raw(`'"${fieldOf(name)}"'`)}) > 0`;
  return sql`(${plain} AND NOT (${kept}))`;
}

/** What operators know a column as: the status is kept in two columns and read from a third. */
export function fieldOf(column: string): string {
  return column === "ride_status" || column === "status_unknown" ? "status" : column;
}

/** Every column of the list's table that can be written, except those named. */
export function columnsBut(kind: Kind, without: string[]): string[] {
  return Object.values(getTableColumns(VERSIONS[kind].table))
    .filter(({ generated }) => generated === undefined)
    .map(({ name }) => name)
    .filter((name) => !without.includes(name));
}

/** Whether any compared column differs. */
export function anyDiffers(kind: Kind): SQL {
  const each = VERSIONS[kind].compared.map((name) => differs(kind, name));
  return sql`(${sql.join(each, sql` OR `)})`;
}

/** A status is compared as it is read, not as its two columns hold it. */
function asRead(column: string): string {
  return column === RESERVATION_COLUMNS.status.name ? "ride_status" : column;
}

function names<C extends Record<string, Column>>(columns: C, keys: readonly (keyof C)[]): string[] {
  return keys.flatMap((key) => columns[key]?.name ?? []);
}
