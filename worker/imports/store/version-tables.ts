import { getTableColumns, type SQL, sql } from "drizzle-orm";
import { drivers, reservations } from "../../../drizzle/schema.ts";
import type { Kind } from "../version.ts";

/** What of a row is its name in every version of a list, and what is compared between them. All are column names. */
export const VERSIONS = {
  reservations: {
    table: reservations,
    key: "confirmation_number",
    label: "confirmation_number",
    compared: [
      "customer_name",
      "telephone",
      "pickup_at",
      "dropoff_at",
      "flight_at",
      "pickup_address",
      "dropoff_location",
      "terminal",
      "direction",
      "flight_info",
      "special_instructions",
      "vehicle_assigned",
      "driver_assigned",
      "num_passengers",
      "status",
      "status_text",
    ],
  },
  drivers: { table: drivers, key: "name_key", label: "name", compared: ["name", "phone", "available_days"] },
} as const satisfies Record<Kind, { table: unknown; key: string; label: string; compared: string[] }>;

/** A column of one of two rows of the same table: `column("fresh", "status")`. */
export function column(alias: string, name: string): SQL {
  return sql.raw(`"${alias}"."${name}"`);
}

/** Does this column differ? What was changed by hand and is to stay does not. */
export function differs(kind: Kind, name: string): SQL {
  const plain = sql`${column("fresh", name)} IS NOT ${column("base", name)}`;
  if (kind === "drivers") return plain;
  const kept = sql`${column("base", "keep_edit")} = 1 AND instr(${column("base", "edited_fields")}, ${sql.raw(`'"${name}"'`)}) > 0`;
  return sql`(${plain} AND NOT (${kept}))`;
}

/** Every column of the list's table but those named. */
export function columnsBut(kind: Kind, without: string[]): string[] {
  return Object.values(getTableColumns(VERSIONS[kind].table))
    .map(({ name }) => name)
    .filter((name) => !without.includes(name));
}

/** Does any compared column differ? */
export function anyDiffers(kind: Kind): SQL {
  const each = VERSIONS[kind].compared.map((name) => differs(kind, name));
  return sql`(${sql.join(each, sql` OR `)})`;
}
