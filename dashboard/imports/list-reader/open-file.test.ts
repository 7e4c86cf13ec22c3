import { expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { openFile } from "./open-file.ts";

const text = (...rows: string[][]) => rows.map((row) => row.map((value) => ({ value })));

const COVER = text(["Desert Rides", "Week 51"], ["Prepared by", "Office"]);
const RIDES = text(
  ["Conf #", "Passenger", "Phone", "Pickup Time"],
  ["A-1", "Rhea Stone", "602-555-0101", "2026-12-20 09:30"],
);
const DRIVERS = text(["Driver", "Cell"], ["Luis Ortega", "602-555-0191"]);

async function workbook(): Promise<File> {
  const sheets = [
    { sheet: "Cover", data: COVER },
    { sheet: "Drivers", data: DRIVERS },
    { sheet: "Rides", data: RIDES },
  ];
  return new File([new Uint8Array(await writeExcelFile(sheets).toBuffer())], "week.xlsx");
}

test("the sheet with the list is taken, whatever stands before it", async () => {
  const { table, sheet, sheets } = await openFile(await workbook(), () => {});
  expect([sheet, sheets]).toEqual(["Rides", ["Cover", "Drivers", "Rides"]]);
  expect(table.rows).toEqual([["A-1", "Rhea Stone", "602-555-0101", "2026-12-20 09:30"]]);
});

test("another sheet may be chosen, and one that is not there changes nothing", async () => {
  const file = await workbook();
  const chosen = await openFile(file, () => {}, "Drivers");
  expect([chosen.sheet, chosen.table.columns]).toEqual(["Drivers", ["Driver", "Cell"]]);
  expect((await openFile(file, () => {}, "Payroll")).sheet).toBe("Rides");
});

test("a text file has no sheets to choose from", async () => {
  const file = new File(["Conf #,Pickup Time\nA-1,2026-12-20 09:30\n"], "rides.csv");
  expect(await openFile(file, () => {})).toMatchObject({ sheets: [], sheet: null });
});
