import type { FieldOf } from "../../worker/imports/reading/fields.ts";
import type { Kind } from "./list-replies.ts";

/** What the rows of a list are called. */
export const KIND_WORDS = {
  reservations: { one: "reservation", many: "reservations", title: "Reservations", page: "/reservations" },
  drivers: { one: "driver", many: "drivers", title: "Drivers", page: "/drivers" },
} as const satisfies Record<Kind, object>;

/** The fields by the names that operators know them by, in the order of importance. */
export const FIELD_WORDS: { [K in Kind]: Record<FieldOf[K], string> } = {
  reservations: {
    confirmation_number: "Confirmation number",
    pickup_time: "Pick-up date and time",
    customer_name: "Passenger name",
    telephone: "Passenger phone",
    status: "Status",
    pickup_address: "Pick-up address",
    dropoff_location: "Drop-off",
    driver_assigned: "Driver",
    vehicle_assigned: "Vehicle",
    flight_info: "Flight",
    flight_time: "Flight time",
    terminal: "Terminal",
    dropoff_time: "Drop-off time",
    direction: "Direction",
    num_passengers: "Passengers",
    special_instructions: "Special instructions",
  },
  drivers: { name: "Name", phone: "Phone", available_days: "Available days" },
};

export const REQUIRED: Record<Kind, string[]> = {
  reservations: ["confirmation_number", "pickup_time"],
  drivers: ["name"],
};

export function fieldWord(kind: Kind, field: string): string {
  const words: Record<string, string> = { ...FIELD_WORDS[kind], ...STORED };
  return words[field] ?? field.replaceAll("_", " ");
}

/** Fields as they are stored, where that is not how a file names them. */
const STORED: Record<string, string> = {
  pickup_at: "Pick-up",
  dropoff_at: "Drop-off time",
  flight_at: "Flight time",
  status_text: "Status in your words",
  phone_e164: "Phone that is dialled",
};
