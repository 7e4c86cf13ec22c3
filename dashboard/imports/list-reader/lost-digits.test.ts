import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { mapReservations } from "../../../worker/imports/reading/map-reservations.ts";
import { openFile } from "./open-file.ts";

const FIXTURES = join(import.meta.dirname, "../../../worker/imports/reading/fixtures/cases");

it("a number that lost its digits in a workbook is refused with its reason", async () => {
  const bytes = readFileSync(join(FIXTURES, "19-exponent-number.xlsx"));
  const { table } = await openFile(new File([bytes], "19-exponent-number.xlsx"), () => {});
  const { rows, errors } = mapReservations({ ...table, timezone: "America/Phoenix" });
  expect(rows).toEqual([]);
  expect(errors).toMatchObject([{ reason: expect.stringContaining("shortened by a spreadsheet") }]);
});
