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
  // A status is read from its own column, which is computed from the stored status and its flag.
  const named = (key: string) => (key === "status" ? "storedStatus" : key);
  for (const [key, { name }] of Object.entries(columns)) expect(table[named(key)]?.name, key).toBe(name);
});

it("an edit that is to stay also keeps what is derived from it", () => {
  expect(VERSIONS.reservations.kept).toEqual(expect.arrayContaining(["telephone", "phone_e164", "search_key"]));
  expect(VERSIONS.reservations.kept).toEqual(expect.arrayContaining(["driver_assigned", "driver_key", "status_text"]));
  expect(VERSIONS.reservations.kept).toEqual(expect.arrayContaining(["status", "status_unknown", "pickup_kind"]));
  expect(VERSIONS.reservations.kept).not.toContain("confirmation_number");
});
