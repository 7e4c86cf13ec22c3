import { getTableColumns } from "drizzle-orm";
import { expect, it } from "vitest";
import { DRIVER_COLUMNS } from "../../drivers/fields.ts";
import { RESERVATION_COLUMNS } from "../../reservations/fields.ts";
import { VERSIONS } from "./version-tables.ts";

it.each([
  ["reservations", RESERVATION_COLUMNS],
  ["drivers", DRIVER_COLUMNS],
] as const)("the fields of %s name their columns as the database does", (kind, columns) => {
  const table: Record<string, { name: string }> = getTableColumns(VERSIONS[kind].table);
  for (const [key, { name }] of Object.entries(columns)) expect(table[key]?.name, key).toBe(name);
});

it("an edit that is to stay keeps what follows from it, too", () => {
  expect(VERSIONS.reservations.kept).toEqual(expect.arrayContaining(["telephone", "phone_e164", "search_key"]));
  expect(VERSIONS.reservations.kept).toEqual(expect.arrayContaining(["driver_assigned", "driver_key", "status_text"]));
  expect(VERSIONS.reservations.kept).not.toContain("confirmation_number");
});
