import { expect, it } from "vitest";
import { atOnce } from "../lib/steps.ts";
import { mapReservations } from "./reading/map-reservations.ts";
import { rideLegs } from "./ride-legs.ts";

const COLUMNS = ["Conf#", "Passenger", "Phone", "pickup_time"];
const legsOf = (...rows: string[][]) =>
  atOnce(rideLegs(mapReservations({ columns: COLUMNS, rows, timezone: "UTC" }).rows));

const ADA = ["V-1", "Ada Quill", "602-555-0171", "2026-12-20 07:10"];
const BEN = ["V-1", "Ben Ode", "602-555-0172", "2026-12-20 07:10"];
const CY = ["V-1", "Cy Farr", "602-555-0173", "2026-12-20 07:10"];

it("rides of one passenger are counted in the order of their pick-ups, whatever the order of the rows", () => {
  const later = ["V-1", "Ada Quill", "602-555-0171", "2026-12-21 07:10"];
  expect(legsOf(later, ADA)).toEqual([1, 0]);
  expect(legsOf(["V-2", "Ada Quill", "602-555-0171", "2026-12-21 07:10"], ADA)).toEqual([0, 0]);
});

it("passengers of one ride keep their own place when another one joins, leaves or stands elsewhere", () => {
  const [ada, ben] = legsOf(ADA, BEN);
  expect(ada).not.toBe(ben);
  expect(legsOf(CY, BEN, ADA).slice(1)).toEqual([ben, ada]);
  for (const leg of legsOf(ADA, BEN, CY)) expect(leg).toSatisfy(Number.isSafeInteger);
});

it("rides without a number are told apart by passenger and pick-up", () => {
  const none = (row: string[], time: string) => [row[1] ?? "", row[2] ?? "", time];
  const rows = [none(ADA, "2026-12-20 07:10"), none(ADA, "2026-12-21 07:10"), none(BEN, "2026-12-20 07:10")];
  const read = (of: string[][]) =>
    atOnce(rideLegs(mapReservations({ columns: COLUMNS.slice(1), rows: of, timezone: "UTC" }).rows));
  const [first, second, third] = read(rows);
  expect(new Set([first, second, third]).size).toBe(3);
  expect(read([...rows].reverse())).toEqual([third, second, first]);
});
