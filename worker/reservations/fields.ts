import { type Column, type Field, keysWhere, type RowOf } from "../lib/field-table.ts";
import type { PickupKind } from "./pickup-kind.ts";
import type { ReservationStatus } from "./status.ts";

// The parts of a booking, defined only here. Every other list of columns or fields is derived from these two tables, or
// is a Record of them, so that the compiler names each place that a new one needs.

const plain = <Name extends string>(name: Name) =>
  ({ name, holds: "text?", compared: true, shown: true, lookUp: "tell" }) as const;

/** What is stored about a booking, in the order in which a page of rows carries it. */
export const RESERVATION_COLUMNS = {
  confirmationNumber: { name: "confirmation_number", holds: "text", compared: false, shown: true, lookUp: "tell" },
  confirmationKey: { name: "confirmation_key", holds: "text", compared: false, shown: false, lookUp: "read" },
  customerName: plain("customer_name"),
  telephone: { name: "telephone", holds: "text?", compared: true, shown: true, lookUp: "none" },
  phoneE164: { name: "phone_e164", holds: "text?", compared: false, shown: true, lookUp: "read" },
  secondPhoneE164: { name: "second_phone_e164", holds: "text?", compared: false, shown: true, lookUp: "read" },
  pickupAt: { name: "pickup_at", holds: "instant", label: "Pick-up", compared: true, shown: true, lookUp: "read" },
  pickupKind: {
    name: "pickup_kind",
    holds: "text",
    label: "Kind of pick-up time",
    compared: true,
    shown: true,
    lookUp: "read",
  },
  dropoffAt: { name: "dropoff_at", holds: "instant?", compared: true, shown: true, lookUp: "read" },
  flightAt: { name: "flight_at", holds: "instant?", compared: true, shown: true, lookUp: "read" },
  timezone: { name: "timezone", holds: "text", compared: false, shown: true, lookUp: "none" },
  pickupAddress: plain("pickup_address"),
  dropoffLocation: plain("dropoff_location"),
  terminal: plain("terminal"),
  direction: plain("direction"),
  flightInfo: plain("flight_info"),
  specialInstructions: plain("special_instructions"),
  vehicleAssigned: plain("vehicle_assigned"),
  driverAssigned: plain("driver_assigned"),
  driverKey: { name: "driver_key", holds: "text?", compared: false, shown: false, lookUp: "none" },
  /** From the ride's own row; the list of drivers takes precedence. */
  driverPhoneE164: {
    name: "driver_phone_e164",
    holds: "text?",
    label: "Driver phone in the list of rides",
    compared: true,
    shown: true,
    lookUp: "none",
  },
  numPassengers: { name: "num_passengers", holds: "count?", compared: true, shown: true, lookUp: "read" },
  status: { name: "status", holds: "text", compared: true, shown: true, lookUp: "read" },
  /** 1 if nobody has said what the dispatch system's word means. Then the status is read as "unknown". */
  statusUnknown: { name: "status_unknown", holds: "count", compared: false, shown: false, lookUp: "none" },
  statusText: { ...plain("status_text"), label: "Status in your words", lookUp: "read" },
  leg: { name: "leg", holds: "count", compared: false, shown: false, lookUp: "none" },
  searchKey: { name: "search_key", holds: "text", compared: false, shown: false, lookUp: "none" },
} as const satisfies Record<string, Column>;

export type ReservationColumn = keyof typeof RESERVATION_COLUMNS;

/** What a list and an operator call the parts of a booking. */
export const RESERVATION_FIELDS = {
  confirmation_number: {
    label: "Confirmation number",
    columns: ["confirmationNumber", "confirmationKey", "searchKey"],
    read: "own",
    required: "a column with the confirmation number",
    edit: "never",
  },
  customer_name: {
    label: "Passenger name",
    columns: ["customerName", "searchKey"],
    read: "own",
    edit: "text",
    longest: 200,
  },
  telephone: {
    label: "Passenger phone",
    columns: ["telephone", "phoneE164", "secondPhoneE164", "searchKey"],
    read: "own",
    edit: "text",
    longest: 60,
  },
  pickup_time: {
    label: "Pick-up date and time",
    columns: ["pickupAt", "pickupKind"],
    read: "own",
    required: "a column with the pick-up date and time, or one with the date and one with the time",
    edit: "own",
  },
  appointment_time: { label: "Appointment time", columns: ["pickupAt", "pickupKind"], read: "own", edit: "never" },
  dropoff_time: { label: "Drop-off time", columns: ["dropoffAt"], read: "own", edit: "never" },
  flight_time: { label: "Flight time", columns: ["flightAt"], read: "own", edit: "never" },
  pickup_address: {
    label: "Pick-up address",
    columns: ["pickupAddress"],
    read: "text",
    join: ", ",
    edit: "text",
    longest: 400,
  },
  dropoff_location: {
    label: "Drop-off",
    columns: ["dropoffLocation"],
    read: "text",
    join: ", ",
    edit: "text",
    longest: 400,
    exported: "dropoff_info",
  },
  terminal: { label: "Terminal", columns: ["terminal"], read: "text", edit: "text", longest: 100 },
  direction: { label: "Direction", columns: ["direction"], read: "text", edit: "never" },
  flight_info: { label: "Flight", columns: ["flightInfo"], read: "text", edit: "text", longest: 200 },
  special_instructions: {
    label: "Special instructions",
    columns: ["specialInstructions"],
    read: "text",
    join: "; ",
    edit: "text",
    longest: 4000,
  },
  vehicle_assigned: { label: "Vehicle", columns: ["vehicleAssigned"], read: "text", edit: "text", longest: 200 },
  driver_assigned: {
    label: "Driver",
    columns: ["driverAssigned", "driverKey", "driverPhoneE164"],
    read: "own",
    edit: "text",
    longest: 200,
  },
  driver_phone: { label: "Driver phone", columns: ["driverPhoneE164"], read: "own", edit: "never" },
  num_passengers: { label: "Passengers", columns: ["numPassengers"], read: "own", edit: "own" },
  status: { label: "Status", columns: ["status", "statusText"], read: "own", edit: "own" },
} as const satisfies Record<string, Field<ReservationColumn>>;

type Fields = typeof RESERVATION_FIELDS;
export type ReservationField = keyof Fields;

/** What an operator may change by hand. */
export const EDITED_FIELDS = keysWhere(RESERVATION_FIELDS, "edit", "text", "own");
export type EditedField = (typeof EDITED_FIELDS)[number];

/** The columns that a change by hand may affect. */
export const EDITED_COLUMNS: ReservationColumn[] = [
  ...new Set(EDITED_FIELDS.flatMap((field): readonly ReservationColumn[] => RESERVATION_FIELDS[field].columns)),
];

/** What an edit calls a field: the API's name of its own column. */
export type EditName<F extends EditedField> = (typeof RESERVATION_COLUMNS)[Fields[F]["columns"][0]]["name"];

export function editName<F extends EditedField>(field: F): EditName<F> {
  return RESERVATION_COLUMNS[RESERVATION_FIELDS[field].columns[0]].name as EditName<F>; // of this very field
}

/** A booking as it is stored, without its id, its company and its import. */
export type StoredReservation = Omit<RowOf<typeof RESERVATION_COLUMNS>, "status" | "pickupKind"> & {
  status: ReservationStatus;
  pickupKind: PickupKind;
};

/**
 * A booking as it is read from a list. `leg` is missing, because
 * only the whole list shows which ride of its number it is.
 */
export type ReservationRow = Omit<StoredReservation, "leg" | "searchKey" | "statusUnknown">;
