import * as z from "zod";
import { wallTimeToInstant } from "../hours/wall-time-to-instant.ts";
import { nullWhenBlank } from "../lib/blank.ts";
import { toE164 } from "../lib/phone.ts";
import { nameKey } from "./name.ts";
import { searchKey } from "./search-key.ts";
import { RESERVATION_STATUSES } from "./status.ts";

const text = (longest: number) =>
  nullWhenBlank(
    z
      .string()
      .trim()
      .max(longest, `Keep this under ${longest.toLocaleString("en-US")} characters.`),
  ).optional();

/** What an operator may change of a booking by hand. A field that is absent stays as it is; "" and null empty it. */
export const reservationEdit = z.object({
  customer_name: text(200),
  telephone: text(60),
  pickup_at: z
    .string("Write the pick-up as YYYY-MM-DD HH:MM.")
    .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d$/, "Write the pick-up as YYYY-MM-DD HH:MM.")
    .optional(),
  pickup_address: text(400),
  dropoff_location: text(400),
  terminal: text(100),
  flight_info: text(200),
  special_instructions: text(4000),
  vehicle_assigned: text(200),
  driver_assigned: text(200),
  num_passengers: z
    .int("Write a whole number of passengers.")
    .min(0, "Write a whole number of passengers.")
    .max(999, "No booking has a thousand passengers.")
    .nullable()
    .optional(),
  status: z.enum(RESERVATION_STATUSES, "Choose a status from the list.").optional(),
  keep_edit: z.boolean("Say yes (true) or no (false).").optional(),
});

export type ReservationEdit = z.output<typeof reservationEdit>;

type Booking = {
  customerName: string | null;
  confirmationNumber: string;
  confirmationKey: string;
  telephone: string | null;
  phoneE164: string | null;
  timezone: string;
};

/** The columns that an edit changes; `problem` when the clocks do not show that pick-up, or show it twice. */
export type EditedColumns = { columns: Record<string, string | number | null>; problem: string | null };

/** An edit as columns of the booking, with those that follow from them. */
export function editedColumns(booking: Booking, edit: ReservationEdit): EditedColumns {
  const columns: EditedColumns["columns"] = {};
  let problem: string | null = null;
  for (const [field, column] of Object.entries(PLAIN)) {
    const value = edit[field as keyof typeof PLAIN]; // the keys of the object that is walked
    if (value !== undefined) columns[column] = value;
  }
  if (edit.telephone !== undefined) columns.phoneE164 = edit.telephone === null ? null : toE164(edit.telephone);
  if (edit.driver_assigned !== undefined) {
    columns.driverKey = edit.driver_assigned === null ? null : nameKey(edit.driver_assigned) || null;
  }
  if (edit.status !== undefined) columns.statusText = null; // the dispatch system's word is no longer true
  if (edit.customer_name !== undefined || edit.telephone !== undefined) {
    columns.searchKey = searchKey({ ...booking, ...columns });
  }
  if (edit.pickup_at !== undefined) {
    const wall = wallTimeToInstant(edit.pickup_at, booking.timezone);
    if (wall && "at" in wall) columns.pickupAt = wall.at;
    else problem = PROBLEMS[wall?.problem ?? "unknown"];
  }
  return { columns, problem };
}

const PLAIN = {
  customer_name: "customerName",
  telephone: "telephone",
  pickup_address: "pickupAddress",
  dropoff_location: "dropoffLocation",
  terminal: "terminal",
  flight_info: "flightInfo",
  special_instructions: "specialInstructions",
  vehicle_assigned: "vehicleAssigned",
  driver_assigned: "driverAssigned",
  num_passengers: "numPassengers",
  status: "status",
} as const;

const PROBLEMS = {
  unknown: "There is no such day or time.",
  skipped: "The clocks skip this time when summer time begins. Choose an hour earlier or later.",
  repeated: "The clocks show this time twice when summer time ends. Choose another minute.",
};
