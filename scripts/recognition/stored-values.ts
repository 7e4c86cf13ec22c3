import { Temporal } from "temporal-polyfill/implementation";
import { DRIVER_COLUMNS } from "../../worker/drivers/fields.ts";
import { keysOf } from "../../worker/lib/field-table.ts";
import { RESERVATION_COLUMNS } from "../../worker/reservations/fields.ts";
import type { FoundRow } from "./found-row.ts";

/** A stored ride as the corpus speaks of it. The first cell is the ride's place in the file. */
export function rideValues([, ...cells]: unknown[], timezone: string): FoundRow {
  const stored = named(keysOf(RESERVATION_COLUMNS), cells);
  const pickup = localTime(stored.pickupAt, timezone);
  const kind = stored.pickupKind ?? "time"; // else a day whose time is open, or an appointment
  return filled({
    confirmation_number: text(stored.confirmationNumber),
    customer_name: text(stored.customerName),
    telephone: phones(stored.phoneE164, stored.secondPhoneE164),
    pickup_time: kind === "time" ? pickup : kind === "day" && pickup ? pickup.slice(0, 10) : null,
    appointment_time: kind === "appointment" ? pickup : null,
    dropoff_time: localTime(stored.dropoffAt, timezone),
    flight_time: localTime(stored.flightAt, timezone),
    pickup_address: text(stored.pickupAddress),
    dropoff_location: text(stored.dropoffLocation),
    terminal: text(stored.terminal),
    direction: text(stored.direction),
    flight_info: text(stored.flightInfo),
    special_instructions: text(stored.specialInstructions),
    vehicle_assigned: text(stored.vehicleAssigned),
    driver_assigned: text(stored.driverAssigned),
    driver_phone: text(stored.driverPhoneE164),
    num_passengers: typeof stored.numPassengers === "number" ? stored.numPassengers : null,
    // Without a word in the file the status is our own.
    status: stored.statusText === null ? null : stored.statusUnknown ? "unknown" : statusOf(stored),
  });
}

/** A stored driver likewise. */
export function driverValues([, ...cells]: unknown[]): FoundRow {
  const stored = named(keysOf(DRIVER_COLUMNS), cells);
  return filled({
    name: text(stored.name),
    phone: phones(stored.phoneE164),
    available_days: text(stored.availableDays),
  });
}

function named(names: readonly string[], cells: unknown[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name, i) => [name, cells[i]]));
}

function filled(row: Record<keyof FoundRow | string, string | number | string[] | null>): FoundRow {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function phones(...values: unknown[]): string[] | null {
  const numbers = values.filter((value) => typeof value === "string");
  return numbers.length > 0 ? numbers : null;
}

function statusOf({ status, storedStatus }: Record<string, unknown>): string | null {
  return text(status) ?? text(storedStatus);
}

function localTime(instant: unknown, timezone: string): string | null {
  if (typeof instant !== "number") return null;
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timezone).toPlainDateTime();
  return local.toString({ smallestUnit: "minute" });
}
