import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { mapDrivers } from "./map-drivers.ts";
import { mapReservations } from "./map-reservations.ts";
import { readCsv } from "./read-csv.ts";
import type { Table } from "./table.ts";

const SEED = "../../../drizzle/seed";

it("the proof of concept's reservations import completely", () => {
  const table = tableOf(`${SEED}/reservations-sun-city-express.csv`);
  const { rows, ...notes } = mapReservations({ ...table, timezone: "America/Phoenix" });
  expect(notes).toEqual({ errors: [], warnings: [], questions: [], dateOrder: null });
  expect(table.problems).toEqual([]);
  expect(rows).toHaveLength(60);
  expect(rows[0]).toEqual({
    confirmationNumber: "RES-20261205-0001",
    confirmationKey: "RES202612050001",
    customerName: "Grant Nguyễn",
    telephone: "+16025550100",
    phoneE164: "+16025550100",
    secondPhoneE164: null,
    pickupAt: Date.parse("2026-12-06T06:05:00Z"),
    pickupKind: "time",
    dropoffAt: Date.parse("2026-12-06T07:20:00Z"),
    flightAt: Date.parse("2026-12-06T08:05:00Z"),
    timezone: "America/Phoenix",
    pickupAddress: "Phoenix Sky Harbor Terminal 4",
    dropoffLocation: "3355 S Oasis Dr, Green Valley, AZ 85614",
    terminal: "T3",
    direction: "from airport",
    flightInfo: "AA 1207",
    specialInstructions: "Two car seats",
    vehicleAssigned: null,
    driverAssigned: null,
    driverKey: null,
    driverPhoneE164: null,
    numPassengers: 1,
    status: "assigned",
    statusText: "dispatched",
  });
});

it("Limo Anywhere's report imports, and its two bad rows are named", () => {
  const table = tableOf("fixtures/reservations-limo-anywhere.csv");
  const { rows, errors, warnings, questions } = mapReservations({ ...table, timezone: "America/Phoenix" });
  expect(rows).toHaveLength(43);
  expect(questions).toEqual([]);
  expect(errors).toMatchObject([
    { row: 8, reason: expect.stringContaining("31 cells") },
    { row: 13, column: "PU Date + PU Time", reason: expect.stringContaining("13/45/2026") },
  ]);
  expect(warnings).toMatchObject([
    { code: "no_phone_column" },
    { code: "next_day", column: "DO Time", count: 1, rows: [34] },
  ]);
  expect(rows.find(({ confirmationNumber }) => confirmationNumber === "50242")).toMatchObject({
    customerName: "Naomi Kowalski",
    pickupAt: Date.parse("2026-12-11T06:40:00Z"),
    dropoffAt: Date.parse("2026-12-11T07:30:00Z"),
    numPassengers: 4,
    direction: "From Airport",
    specialInstructions: "WN 2231",
    vehicleAssigned: "Suburban 4",
    driverAssigned: "Samira Aziz",
    driverKey: "samira aziz",
    status: "pending",
    statusText: null,
  });
});

it("the drivers' list imports completely, however the numbers are written", () => {
  const { rows, ...notes } = mapDrivers(tableOf(`${SEED}/drivers-sun-city-express.csv`));
  expect(notes).toEqual({ errors: [], warnings: [], questions: [] });
  expect(rows.map(({ name, phoneE164, availableDays }) => [name, phoneE164, availableDays])).toEqual([
    ["Luis Ortega", "+15205550161", "Sat,Sun"],
    ["Karen Whitlock", "+15205550162", "daily"],
    ["Devon Pruitt", "+15205550163", "daily"],
    ["Samira Aziz", "+15205550164", "daily"],
  ]);
});

function tableOf(file: string): Table {
  const table = readCsv(readFileSync(join(import.meta.dirname, file)));
  if (table.kind === "refused") throw new Error(table.message);
  return table;
}
