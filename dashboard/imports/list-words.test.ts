import { expect, test } from "vitest";
import { fieldsOf, fieldWord, usesAfterUndo } from "./list-words.ts";

test("undoing the very first import says that no list remains", () => {
  expect(usesAfterUndo("reservations", true)).toBe("uses the reservations from before this import");
  expect(usesAfterUndo("reservations", false)).toBe("has no reservations: there was no list before this import");
  expect(usesAfterUndo("drivers", false)).toBe("has no drivers: there was no list before this import");
});

test("a field is called the same in a list and in the API, unless it is another thing there", () => {
  expect(fieldWord("reservations", "dropoff_time")).toBe("Drop-off time");
  expect(fieldWord("reservations", "dropoff_at")).toBe("Drop-off time");
  expect(fieldWord("reservations", "pickup_at")).toBe("Pick-up");
  expect(fieldWord("reservations", "phone_e164")).toBe("Passenger phone");
  expect(fieldWord("reservations", "status_text")).toBe("Status in your words");
  expect(fieldWord("drivers", "phone")).toBe("Phone");
});

test("what a list must have comes first", () => {
  expect(fieldsOf("reservations").slice(0, 3)).toEqual(["confirmation_number", "pickup_time", "customer_name"]);
});
