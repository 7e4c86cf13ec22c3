import { expect, it } from "vitest";
import { mapReservations } from "./map-reservations.ts";
import { readCsv } from "./read-csv.ts";

// Cells and rows that people made up while they looked for what the reader would get wrong.

const TITLES = "Conf,Name,Phone,Date,Time,Pickup,Dropoff,Status";
const SOUND = [
  "A8,Ines Brandt,602-555-0113,12/21/2026,9:15 AM,5 Elm St,PHX,Confirmed",
  "A9,Milo Farr,602-555-0112,12/21/2026,9:15 AM,3 Pine Rd,PHX,Confirmed",
];

function read(...lines: string[]) {
  const table = readCsv(new TextEncoder().encode([TITLES, ...lines, ...SOUND].join("\n")));
  if (table.kind === "refused") throw new Error(table.message);
  const { rows, errors } = mapReservations({ ...table, timezone: "America/Phoenix" });
  return { rows: rows.slice(0, -SOUND.length), errors };
}

const ride = (cells: { phone?: string; time?: string; status?: string }) =>
  `A1,Rhea Stone,"${cells.phone ?? "602-555-0111"}",12/20/2026,${cells.time ?? "9:15 AM"},12 Oak Ave,PHX,${cells.status ?? "Confirmed"}`;

it.each([
  ["+1 (602) 555-0123 ext. 44", "+16025550123"],
  ["602-555-0123,,44", "+16025550123"],
  ["+602-555-0123", "+16025550123"],
  ["+602-555-0123 x4", "+16025550123"],
  ["+372 555 0123", "+3725550123"],
  ["011 52 55 5512 0123", "+525555120123"],
  ["00 49 30 901820", "+4930901820"],
  ["602-555-0123 & 0124", "+16025550123"],
  ["call 602.555.0123 after 5pm", "+16025550123"],
  ["tel:+16025550123;ext=4", "+16025550123"],
  ["+52 1 55 1234 5678", "+525512345678"],
  ["9999999999", null],
  ["999-999-9999", null],
  ["1111111111", null],
  ["1234567890", null],
  ["602-555-012", null],
  ["602-555-01234", null],
  ["85719-1234", null],
  ["6.03E+09", null],
])("the telephone %j is %s", (phone, e164) => {
  expect(read(ride({ phone })).rows.map(({ phoneE164 }) => phoneE164)).toEqual([e164]);
});

it.each([
  ["12:00 am", "2026-12-20T00:00-07:00"],
  ["12 noon", "2026-12-20T12:00-07:00"],
  ["8 p.m.", "2026-12-20T20:00-07:00"],
  ["20h", "2026-12-20T20:00-07:00"],
  ["20h15", "2026-12-20T20:15-07:00"],
  ["24:00", "2026-12-21T00:00-07:00"],
  ["13:00 PM", "2026-12-20T13:00-07:00"],
])("the time %j is %s", (time, instant) => {
  expect(read(ride({ time })).rows.map(({ pickupAt }) => pickupAt)).toEqual([Date.parse(instant)]);
});

it.each(["9:15-9:45", "25:00", "8:60", "quarter past nine", "9ish"])("the time %j is refused, not guessed", (time) => {
  expect(read(ride({ time }))).toMatchObject({ rows: [], errors: [{ row: 2 }] });
});

it("a list that has nothing but windows under Time is refused row by row instead of losing them", () => {
  const table = readCsv(new TextEncoder().encode([TITLES, ride({ time: "9:15-9:45 AM" })].join("\n")));
  if (table.kind === "refused") throw new Error(table.message);
  expect(mapReservations({ ...table, timezone: "America/Phoenix" })).toMatchObject({ rows: [], errors: [{ row: 2 }] });
});

it.each([
  ["Un-assigned", "pending"],
  ["Not confirmed", "pending"],
  ["Driver cancelled", "cancelled"],
  ["CXLD", "cancelled"],
  ["Fahrgast nicht erschienen", "no_show"],
  ["Cancellation requested", "unknown"],
  ["Cancelación solicitada", "unknown"],
  ["Confirmed - cancel pending", "unknown"],
  ["Not yet cancelled", "unknown"],
  ["Incomplete", "unknown"],
  ["Refunded", "unknown"],
  ["Waiting list", "unknown"],
  ["Declined by driver", "unknown"],
  ["Rescheduled", "unknown"],
])("the status %j is %s", (said, status) => {
  expect(read(ride({ status: said })).rows.map((row) => row.status)).toEqual([status]);
});

it.each([
  ["a comma in the pick-up", "A1,Rhea Stone,602-555-0111,12/20/2026,9:15 AM,12 Oak, Tucson,PHX,Confirmed"],
  ["a comma in the name", "A1,Stone, Rhea,602-555-0111,12/20/2026,9:15 AM,12 Oak,PHX"],
  ["a name that is missing", "A1,602-555-0111,12/20/2026,9:15 AM,12 Oak,PHX,Confirmed,"],
])("a row that %s has shifted is refused", (_, row) => {
  expect(read(row)).toMatchObject({ rows: [], errors: [{ row: 2 }] });
});
