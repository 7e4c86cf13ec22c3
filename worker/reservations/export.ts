import { Temporal } from "temporal-polyfill/implementation";
import { type DriverPlace, driverPage } from "../drivers/store/driver-list.ts";
import { type Cell, writeCsv } from "../imports/reading/write-csv.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { type ListedReservation, type Place, placeOf, reservationPage } from "./store/reservation-list.ts";

const AT_ONCE = 2_000; // rows in one answer of the database

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
} satisfies Record<string, (row: ListedReservation) => Cell>;

export const RESERVATION_COLUMNS = Object.keys(COLUMNS);
export const DRIVER_COLUMNS = ["name", "phone", "available_days"];

/** The current bookings as a file that can be imported again; times on the company's clock. */
export async function exportReservations(scope: UserScope, services: Services): Promise<string> {
  return writeCsv(RESERVATION_COLUMNS, await all(currentReservations(scope, services)));
}

/** The current drivers as a file that can be imported again. */
export async function exportDrivers(scope: UserScope, services: Services): Promise<string> {
  return writeCsv(DRIVER_COLUMNS, await all(currentDrivers(scope, services)));
}

/** The current bookings, some thousands of rows at a time; a row has a cell for each of RESERVATION_COLUMNS. */
export async function* currentReservations(scope: UserScope, { db }: Services): AsyncGenerator<Cell[][]> {
  const filter = { words: [], from: null, to: null, status: null };
  for (let after: Place | null = null; ; ) {
    const page: ListedReservation[] = await reservationPage(scope, db, {
      filter,
      sort: "pickup_at",
      after,
      limit: AT_ONCE,
    });
    yield page.map((row) => Object.values(COLUMNS).map((value) => value(row)));
    const last = page.at(-1);
    if (!last || page.length < AT_ONCE) return;
    after = placeOf("pickup_at", last);
  }
}

/** The current drivers in the same way, a cell for each of DRIVER_COLUMNS. */
export async function* currentDrivers(scope: UserScope, { db, now }: Services): AsyncGenerator<Cell[][]> {
  for (let after: DriverPlace | null = null; ; ) {
    const page: Awaited<ReturnType<typeof driverPage>> = await driverPage(scope, db, {
      words: [],
      after,
      limit: AT_ONCE,
      now: now(),
    });
    yield page.map((row) => [row.name, row.phone, row.availableDays]);
    const last = page.at(-1);
    if (!last || page.length < AT_ONCE) return;
    after = [last.nameKey, last.id];
  }
}

async function all(pages: AsyncIterable<Cell[][]>): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  for await (const page of pages) rows.push(...page);
  return rows;
}

function wallTime(at: number | null, timezone: string): string | null {
  if (at === null) return null;
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).toPlainDateTime();
  return local.toString({ smallestUnit: "minute" }).replace("T", " ");
}
