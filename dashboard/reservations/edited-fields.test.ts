import { expect, test } from "vitest";
import type { Reservation } from "../imports/list-replies.ts";
import { editedFields, formValues } from "./edited-fields.ts";

const RIDE: Reservation = {
  id: "r1",
  confirmation_number: "A-1",
  customer_name: "Mei Moreau",
  telephone: "(520) 555-0142",
  phone_e164: "+15205550142",
  second_phone_e164: null,
  pickup_at: Date.parse("2026-11-28T22:00:00-07:00"),
  pickup_kind: "time",
  dropoff_at: null,
  flight_at: null,
  timezone: "America/Phoenix",
  pickup_address: "1 Main St",
  dropoff_location: null,
  terminal: null,
  direction: null,
  flight_info: null,
  special_instructions: null,
  vehicle_assigned: null,
  driver_assigned: "Luis Ortega",
  driver_phone_e164: null,
  driver_reachable: true,
  num_passengers: 2,
  status: "assigned",
  status_text: null,
  edited_at: null,
  edited_by: null,
  edited_fields: [],
  keep_edit: false,
};

const before = formValues(RIDE);

test("the pick-up is shown on the company's clock", () => {
  expect(before.pickup_at).toBe("2026-11-28 22:00");
});

test("nothing is sent where nothing was changed", () => {
  expect(editedFields(before, { ...before, pickup_at: "2026-11-28T22:00" })).toEqual({});
});

test("only what was changed is sent, and an emptied field is none", () => {
  const now = { ...before, customer_name: " Mei Li ", driver_assigned: "", num_passengers: "3", status: "cancelled" };
  expect(editedFields(before, { ...now, pickup_at: "2026-11-29T06:30" })).toEqual({
    customer_name: "Mei Li",
    driver_assigned: null,
    num_passengers: 3,
    status: "cancelled",
    pickup_at: "2026-11-29 06:30",
  });
});
