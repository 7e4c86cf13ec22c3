import Papa from "papaparse";
import { Temporal } from "temporal-polyfill/implementation";
import { wallTimeToInstant } from "../../worker/hours/wall-time-to-instant.ts";
import { toE164 } from "../../worker/lib/phone.ts";
import { confirmationKey } from "../../worker/reservations/confirmation.ts";
import { nameKey } from "../../worker/reservations/name.ts";
import { reservationStatus } from "../../worker/reservations/status.ts";
import type { drivers, reservations } from "../schema.ts";

/** The day in the fixtures that stands for today: a few rides lie before it, most after. */
const FIXTURE_TODAY = Temporal.PlainDate.from("2026-11-26");

type Owner = { userId: string; importId: string };
type Row = Record<string, string>;

/** The fixture's reservations with every date moved as far as `today` (YYYY-MM-DD) lies from the fixture's day. */
export function reservationRows(
  csv: string,
  { userId, importId, timezone, today }: Owner & { timezone: string; today: string },
): (typeof reservations.$inferInsert)[] {
  const days = FIXTURE_TODAY.until(Temporal.PlainDate.from(today), { largestUnit: "days" }).days;
  const at = (text: string | undefined) => movedInstant(text, days, timezone);
  return parse(csv).map((row) => ({
    id: `${importId}:${row.confirmation_number}`,
    userId,
    importId,
    confirmationNumber: row.confirmation_number ?? "",
    confirmationKey: confirmationKey(row.confirmation_number ?? ""),
    customerName: row.customer_name || null,
    telephone: row.telephone || null,
    phoneE164: toE164(row.telephone ?? ""),
    pickupAt: at(row.pickup_time),
    dropoffAt: at(row.dropoff_time),
    flightAt: at(row.flight_time),
    timezone,
    pickupAddress: row.pickup_address || null,
    dropoffLocation: row.dropoff_info || null,
    terminal: row.terminal || null,
    direction: row.direction || null,
    flightInfo: row.flight_info || null,
    specialInstructions: row.special_instructions || null,
    vehicleAssigned: row.vehicle_assigned || null,
    driverAssigned: row.driver_assigned || null,
    driverKey: row.driver_assigned ? nameKey(row.driver_assigned) : null,
    numPassengers: Number(row.num_passengers),
    status: reservationStatus(row.status ?? "") ?? "pending",
    statusText: row.status || null,
  }));
}

export function driverRows(csv: string, { userId, importId }: Owner): (typeof drivers.$inferInsert)[] {
  return parse(csv).map((row) => ({
    id: `${importId}:${row.name}`,
    userId,
    importId,
    name: row.name ?? "",
    nameKey: nameKey(row.name ?? ""),
    phone: row.phone || null,
    phoneE164: toE164(row.phone ?? ""),
    availableDays: row.available_days || null,
  }));
}

function parse(csv: string): Row[] {
  return Papa.parse<Row>(csv, { header: true, skipEmptyLines: true }).data;
}

function movedInstant(text: string | undefined, days: number, timezone: string): number | null {
  if (!text) return null;
  const moved = Temporal.PlainDateTime.from(text.replace(" ", "T")).add({ days });
  const wall = wallTimeToInstant(moved.toString({ smallestUnit: "minute" }).replace("T", " "), timezone);
  // A fixture that falls into a clock change takes the later reading; a real import reports it instead.
  if (wall) return "at" in wall ? wall.at : wall.later;
  return null;
}
