import { readFileSync } from "node:fs";
import { Temporal } from "temporal-polyfill/implementation";
import { expect, test } from "vitest";
import { mapReservations } from "../../worker/imports/reading/map-reservations.ts";
import { readCsv } from "../../worker/imports/reading/read-csv.ts";
import { movedOn } from "./moved-on.ts";

const LIMO_ANYWHERE = readFileSync("worker/imports/reading/fixtures/reservations-limo-anywhere.csv", "utf8");

test("every date in a fixture moves with the day, however it is written, and nothing else changes", () => {
  const text = "RES-20261205-0001,2026-11-27 23:05,12/31/2026,13/45/2026,602-555-0100";
  expect(movedOn(text, "2028-02-28")).toBe("RES-20261205-0001,2028-02-29 23:05,04/03/2028,13/45/2026,602-555-0100");
  expect(movedOn(text, "2026-11-26")).toBe(text);
});

test("a dispatch export reads the same on every day of a leap year", () => {
  for (let day = Temporal.PlainDate.from("2028-01-01"); day.year === 2028; day = day.add({ days: 1 })) {
    const table = readCsv(new TextEncoder().encode(movedOn(LIMO_ANYWHERE, day.toString())));
    if (table.kind === "refused") throw new Error(table.message);
    const { rows, errors, questions } = mapReservations({ ...table, timezone: "America/Phoenix" });
    expect([day.toString(), rows.length, errors.length, questions]).toEqual([day.toString(), 43, 2, []]);
  }
});
