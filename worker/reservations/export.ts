import { DRIVER_FIELDS } from "../drivers/fields.ts";
import { type DriverPlace, driverPage } from "../drivers/store/driver-list.ts";
import { wallTime } from "../hours/wall-time.ts";
import { type Cell, writeCsv } from "../imports/reading/write-csv.ts";
import { type Field, keysOf } from "../lib/field-table.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { RESERVATION_COLUMNS, RESERVATION_FIELDS, type ReservationField } from "./fields.ts";
import { type ListedReservation, type Place, placeOf, reservationPage } from "./store/reservation-list.ts";

const PAGE_ROWS = 2_000; // rows read from the database in one query

/** The titles of the columns; a booking's fields are named by these words in a list, too. */
export const RESERVATION_TITLES = titlesOf(RESERVATION_FIELDS);
export const DRIVER_TITLES = titlesOf(DRIVER_FIELDS);

/** The current bookings as a file that can be imported again; times are in the company's time zone. */
export async function exportReservations(scope: UserScope, services: Services): Promise<string> {
  return writeCsv(RESERVATION_TITLES, await all(currentReservations(scope, services)));
}

/** The current drivers as a file that can be imported again. */
export async function exportDrivers(scope: UserScope, services: Services): Promise<string> {
  return writeCsv(DRIVER_TITLES, await all(currentDrivers(scope, services)));
}

/** The current bookings, some thousands of rows at a time; a row has a cell for each of RESERVATION_TITLES. */
export async function* currentReservations(scope: UserScope, { db }: Services): AsyncGenerator<Cell[][]> {
  const filter = { words: [], from: null, to: null, status: null };
  for (let after: Place | null = null; ; ) {
    const page: ListedReservation[] = await reservationPage(scope, db, {
      filter,
      sort: "pickup_at",
      after,
      limit: PAGE_ROWS,
    });
    yield page.map((row) => keysOf(RESERVATION_FIELDS).map((field) => cellOf(field, row)));
    const last = page.at(-1);
    if (!last || page.length < PAGE_ROWS) return;
    after = placeOf("pickup_at", last);
  }
}

/** The current drivers in the same way, a cell for each of DRIVER_TITLES. */
export async function* currentDrivers(scope: UserScope, { db, now }: Services): AsyncGenerator<Cell[][]> {
  for (let after: DriverPlace | null = null; ; ) {
    const page: Awaited<ReturnType<typeof driverPage>> = await driverPage(scope, db, {
      words: [],
      after,
      limit: PAGE_ROWS,
      now: now(),
    });
    yield page.map((row) => Object.values(DRIVER_FIELDS).map(({ columns: [own] }) => row[own]));
    const last = page.at(-1);
    if (!last || page.length < PAGE_ROWS) return;
    after = [last.nameKey, last.id];
  }
}

/** The status in the dispatch system's own word, times in the company's time zone, everything else as it is stored. */
function cellOf(field: ReservationField, row: ListedReservation): Cell {
  const [own] = RESERVATION_FIELDS[field].columns;
  if (own === "pickupAt") return pickupCell(field, row);
  if (own === "status") return row.statusText ?? row.status;
  const value = row[own];
  const isTime = RESERVATION_COLUMNS[own].holds.startsWith("instant") && typeof value === "number";
  return isTime ? wallTime(value, row.timezone) : value;
}

/** As it was imported: only the day if the time is still open, and an appointment in its own column. */
function pickupCell(field: ReservationField, { pickupAt, pickupKind, timezone }: ListedReservation): Cell {
  const isAppointment = pickupKind === "appointment";
  if (pickupAt === null || isAppointment !== (field === "appointment_time")) return null;
  const text = wallTime(pickupAt, timezone);
  return pickupKind === "day" ? text.slice(0, 10) : text;
}

function titlesOf(fields: Record<string, Field<string>>): string[] {
  return Object.entries(fields).map(([name, { exported = name }]) => exported);
}

async function all(pages: AsyncIterable<Cell[][]>): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  for await (const page of pages) rows.push(...page);
  return rows;
}
