import { expect, it } from "vitest";
import { type Cell, fromCells } from "./from-cells.ts";
import { mapReservations } from "./map-reservations.ts";

const utc = (text: string) => new Date(`${text}Z`);

it("a worksheet reads as the same list saved as CSV does", () => {
  const sheet: Cell[][] = [
    ["Conf#", "PU Date", "PU Time", "DO Time", "Passenger Name", "Pax #", "Notes"],
    [50210, utc("2026-12-05T00:00:00"), utc("1899-12-30T22:05:00"), "11:00 PM", "Mei Zhang", 4, null],
    ["50211", 46361, 0.5, null, "Tomás Petrov", 1, true],
  ];
  const table = fromCells(sheet);
  expect(table).toMatchObject({
    kind: "table",
    rows: [
      ["50210", "2026-12-05 00:00:00", "1899-12-30 22:05:00", "11:00 PM", "Mei Zhang", "4", ""],
      ["50211", "46361", "0.5", "", "Tomás Petrov", "1", "TRUE"],
    ],
    problems: [],
  });
  if (table.kind === "refused") throw new Error(table.message);
  const { rows, errors } = mapReservations({ ...table, timezone: "UTC" });
  expect(errors).toEqual([]);
  expect(rows.map(({ pickupAt, dropoffAt }) => [pickupAt, dropoffAt])).toEqual([
    [Date.parse("2026-12-05T22:05Z"), Date.parse("2026-12-05T23:00Z")],
    [Date.parse("2026-12-05T12:00Z"), null],
  ]);
});

it("a number keeps all digits that the spreadsheet kept, and a time keeps its minute", () => {
  const cells: Cell[][] = [
    ["a", "b", "c", "d"],
    [15205550142, 1e21, new Date(Date.parse("2026-12-05T23:00:00Z") - 1), new Date(Number.NaN)],
  ];
  expect(fromCells(cells)).toHaveProperty("rows.0", ["15205550142", "1E+21", "2026-12-05 23:00:00", ""]);
});

it("an empty worksheet is refused", () => {
  expect(fromCells([])).toMatchObject({ kind: "refused", code: "empty_file" });
  expect(fromCells([[null, null]])).toMatchObject({ kind: "refused", code: "empty_file" });
  expect(fromCells([["Conf#", "PU Date"]])).toMatchObject({ kind: "refused", code: "header_only" });
});
