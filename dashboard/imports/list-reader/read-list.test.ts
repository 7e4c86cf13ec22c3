import { expect, test } from "vitest";
import { readCsv } from "../../../worker/imports/reading/read-csv.ts";
import type { Table } from "../../../worker/imports/reading/table.ts";
import type { Choices } from "./messages.ts";
import { readList } from "./read-list.ts";
import { recogniseList } from "./recognise-list.ts";

function open(text: string): { table: Table; choices: Choices } {
  const table = readCsv(new TextEncoder().encode(text));
  if (table.kind === "refused") throw new Error(table.message);
  const { mapping } = recogniseList("reservations", table);
  const choices = { mapping, dateOrder: null, statusWords: {}, timezone: "America/Phoenix" };
  return { table, choices: { kind: "reservations", ...choices } };
}

test("a list is shown as the agent would say it", () => {
  const { table, choices } = open(
    'Conf#,PU Date,PU Time,Passenger Name,Cell,Status\nA-1,2031-11-28,10:00 PM,"Moreau, Mei",5205550142,Assigned\n',
  );
  const { rows, preview } = readList(table, choices);
  expect(rows).toBe(1);
  expect(preview[0]).toMatchObject({
    confirmation_number: "A-1",
    customer_name: "Mei Moreau",
    telephone: "(520) 555-0142",
    pickup_time: "Friday, November 28, 2031 at 10 PM",
    status: "Assigned",
  });
});

test("ambiguous dates are asked about, and read once the operator has answered", () => {
  const { table, choices } = open("Conf#,Journey Date,Time\nA-1,03/04/2031,14:00\nA-2,05/06/2031,14:00\n");
  const asked = readList(table, choices);
  expect([asked.rows, asked.dateQuestions.map(({ options }) => options)]).toEqual([0, [["mdy", "dmy"]]]);
  const told = readList(table, { ...choices, dateOrder: "dmy" });
  expect([told.dateQuestions, told.preview[0]?.pickup_time]).toEqual([[], "Thursday, April 3, 2031 at 2 PM"]);
});

test("an unknown status is listed until its meaning is chosen", () => {
  const { table, choices } = open("Conf#,Pickup Time,Status\nA-1,2031-03-04 14:00,Farmed out\n");
  expect(readList(table, choices).unknownStatuses).toEqual([{ word: "Farmed out", count: 1, rows: ["row 2 (A-1)"] }]);
  const told = readList(table, { ...choices, statusWords: { "Farmed out": "assigned" } });
  expect(told.unknownStatuses).toEqual([]);
});

test("a column that is removed is missing", () => {
  const { table, choices } = open("Conf#,Pickup Time\nA-1,2031-03-04 14:00\n");
  const { missing } = readList(table, { ...choices, mapping: { ...choices.mapping, confirmation_number: [] } });
  expect(missing.map(({ field }) => field)).toEqual(["confirmation_number"]);
});
