import { expect, it } from "vitest";
import { compareField } from "./compare.ts";

it("an address is right in any spelling of commas, case and accents", () => {
  const found = { pickup_address: "12 OAK AVE TUCSON" };
  expect(compareField("pickup_address", { pickup_address: "12 Oak Ave, Tucson" }, found).right).toBe(1);
  expect(compareField("pickup_address", { pickup_address: "14 Oak Ave, Tucson" }, found)).toEqual(WRONG);
});

it("one of several accepted texts is right", () => {
  const expected = { flight_info: ["American Airlines 1207", "AA 1207"] };
  expect(compareField("flight_info", expected, { flight_info: "AA1207" })).toEqual(WRONG);
  expect(compareField("flight_info", expected, { flight_info: "AA 1207" })).toEqual(RIGHT);
});

it("a name is right with or without its title", () => {
  const found = { customer_name: "Mrs. Ana de la Cruz" };
  expect(compareField("customer_name", { customer_name: "Ana de la Cruz" }, found)).toEqual(RIGHT);
  expect(compareField("customer_name", { customer_name: "Cruz Ana" }, found)).toEqual(WRONG);
});

it("every telephone of a list is counted", () => {
  const expected = { telephone: ["+16025550101", "+16025550102"] };
  expect(compareField("telephone", expected, { telephone: ["+16025550101"] })).toEqual({
    expected: 2,
    found: 1,
    right: 1,
  });
});

it("a value that may be there counts neither when it is found nor when it is not", () => {
  const expected = { telephone: "+16025550101", "?telephone": ["+16025550102"] };
  expect(compareField("telephone", expected, { telephone: ["+16025550101", "+16025550102"] })).toEqual(RIGHT);
  expect(compareField("telephone", expected, { telephone: ["+16025550103"] })).toEqual(WRONG);
});

it("a day without the time that was there misses something, and another time is wrong", () => {
  const expected = { pickup_time: "2026-12-05T14:30" };
  expect(compareField("pickup_time", expected, { pickup_time: "2026-12-05" })).toEqual(MISSING);
  expect(compareField("pickup_time", expected, { pickup_time: "2026-12-06" })).toEqual(WRONG);
  expect(compareField("pickup_time", expected, { pickup_time: "2026-12-05T02:30" })).toEqual(WRONG);
});

it("a status that the office has to confirm misses something, and a live one in its place is wrong", () => {
  expect(compareField("status", { status: "cancelled" }, { status: "unknown" })).toEqual(MISSING);
  expect(compareField("status", { status: "unknown" }, { status: "unknown" })).toEqual(RIGHT);
  expect(compareField("status", { status: "unknown" }, { status: "pending" })).toEqual(WRONG);
});

it("midnight in place of a time that is open is wrong", () => {
  const found = { pickup_time: "2026-12-05T00:00" };
  expect(compareField("pickup_time", { pickup_time: "2026-12-05" }, found)).toEqual(WRONG);
});

it("something where nothing was expected is wrong", () => {
  expect(compareField("terminal", {}, { terminal: "T4" })).toEqual({ expected: 0, found: 1, right: 0 });
});

const RIGHT = { expected: 1, found: 1, right: 1 };
const WRONG = { expected: 1, found: 1, right: 0 };
const MISSING = { expected: 1, found: 0, right: 0 };
