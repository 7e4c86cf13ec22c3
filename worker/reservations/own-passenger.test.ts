import { expect, it } from "vitest";
import { booking } from "./fixtures/look-alikes.ts";
import { ownPassenger } from "./own-passenger.ts";

const NINE = Date.parse("2026-12-20T16:00:00Z");
const rider = (customerName: string, phoneE164: string | null, more = {}) => ({
  ...booking("LA500"),
  pickupAt: NINE,
  customerName,
  phoneE164,
  ...more,
});
const RHEA = rider("Rhea Stone", "+16025550120");
const MILO = rider("Milo Farr", "+16025550121", { secondPhoneE164: "+15205550121" });
const INES = rider("Ines Brandt", null);
const VAN = [RHEA, MILO, INES];

it("among the passengers of one ride, the caller is found by telephone", () => {
  expect(ownPassenger(VAN, { phones: ["+16025550120", null], lastName: null })).toEqual([RHEA]);
  expect(ownPassenger(VAN, { phones: [null, "+15205550121"], lastName: null })).toEqual([MILO]);
});

it("without a telephone the last name tells, and a first name never does", () => {
  expect(ownPassenger(VAN, { phones: [null], lastName: "Brandt" })).toEqual([INES]);
  expect(ownPassenger(VAN, { phones: [null], lastName: "Ines" })).toBeNull();
});

it("a family with one telephone is told apart by the last name", () => {
  const daughter = rider("Ada Quill", "+16025550120");
  expect(ownPassenger([RHEA, daughter], { phones: ["+16025550120"], lastName: "Quill" })).toEqual([daughter]);
  expect(ownPassenger([RHEA, daughter], { phones: ["+16025550120"], lastName: null })).toBeNull();
});

it("somebody who is none of them hears nothing about any of them", () => {
  expect(ownPassenger(VAN, { phones: ["+16025550199", null], lastName: null })).toBeNull();
  expect(ownPassenger(VAN, { phones: [null], lastName: "Ortega" })).toBeNull();
});

it("the caller's other bookings stay beside their own seat", () => {
  const other = { ...booking("LA501"), customerName: "Rhea Stone", phoneE164: "+16025550120", pickupAt: NINE };
  expect(ownPassenger([...VAN, other], { phones: ["+16025550120"], lastName: null })).toEqual([RHEA, other]);
});

it("if nobody shares a ride, everything that was found stays", () => {
  const back = { ...RHEA, pickupAt: NINE + 3_600_000 };
  expect(ownPassenger([RHEA, back], { phones: [], lastName: null })).toEqual([RHEA, back]);
});
