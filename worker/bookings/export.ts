import { Temporal } from "temporal-polyfill/implementation";
import { type DriverPlace, driverPage } from "../db/driver-list.ts";
import { type ListedReservation, type Place, placeOf, reservationPage } from "../db/reservation-list.ts";
import { writeCsv } from "../imports/write-csv.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";

const AT_ONCE = 5_000; // rows in one answer of the database

const COLUMNS = {
  confirmation_number: (row) => row.confirmationNumber,
  customer_name: (row) => row.customerName,
  telephone: (row) => row.telephone,
  pickup_time: (row) => wallTime(row.pickupAt, row.timezone),
  dropoff_time: (row) => wallTime(row.dropoffAt, row.timezone),
  flight_time: (row) => wallTime(row.flightAt, row.timezone),
  pickup_address: (row) => row.pickupAddress,
  dropoff_info: (row) => row.dropoffLocation,
  terminal: (row) => row.terminal,
  direction: (row) => row.direction,
  flight_info: (row) => row.flightInfo,
  special_instructions: (row) => row.specialInstructions,
  vehicle_assigned: (row) => row.vehicleAssigned,
  driver_assigned: (row) => row.driverAssigned,
  num_passengers: (row) => row.numPassengers,
  status: (row) => row.statusText ?? row.status,
} satisfies Record<string, (row: ListedReservation) => string | number | null>;

/** The current bookings as a file that can be imported again; times on the company's clock. */
export async function exportReservations(scope: UserScope, { db }: Services): Promise<string> {
  const filter = { words: [], from: null, to: null, status: null };
  const rows: (string | number | null)[][] = [];
  for (let after: Place | null = null; ; ) {
    const page: ListedReservation[] = await reservationPage(scope, db, {
      filter,
      sort: "pickup_at",
      after,
      limit: AT_ONCE,
    });
    rows.push(...page.map((row) => Object.values(COLUMNS).map((value) => value(row))));
    const last = page.at(-1);
    if (!last || page.length < AT_ONCE) break;
    after = placeOf("pickup_at", last);
  }
  return writeCsv(Object.keys(COLUMNS), rows);
}

/** The current drivers as a file that can be imported again. */
export async function exportDrivers(scope: UserScope, { db, now }: Services): Promise<string> {
  const rows: (string | null)[][] = [];
  for (let after: DriverPlace | null = null; ; ) {
    const page: Awaited<ReturnType<typeof driverPage>> = await driverPage(scope, db, {
      words: [],
      after,
      limit: AT_ONCE,
      now: now(),
    });
    rows.push(...page.map((row) => [row.name, row.phone, row.availableDays]));
    const last = page.at(-1);
    if (!last || page.length < AT_ONCE) break;
    after = [last.nameKey, last.id];
  }
  return writeCsv(["name", "phone", "available_days"], rows);
}

function wallTime(at: number | null, timezone: string): string | null {
  if (at === null) return null;
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).toPlainDateTime();
  return local.toString({ smallestUnit: "minute" }).replace("T", " ");
}
