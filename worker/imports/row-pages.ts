import { DRIVER_COLUMNS, type DriverRow, type StoredDriver } from "../drivers/fields.ts";
import { keysOf } from "../lib/field-table.ts";
import { atOnce, eachRow, mapRows, type Steps } from "../lib/steps.ts";
import { RESERVATION_COLUMNS, type ReservationRow, type StoredReservation } from "../reservations/fields.ts";
import { searchKey } from "../reservations/search-key.ts";
import { knownStatus } from "../reservations/status.ts";
import { rideLegs } from "./ride-legs.ts";

const PAGE_BYTES = 480_000; // a bound value may have 2 MB, and the platform advises staying far below

const BOOKING = keysOf(RESERVATION_COLUMNS);
const DRIVER = keysOf(DRIVER_COLUMNS);

/** Bookings as JSON pages, one for each statement. A row is its place in the file, then its columns in their order. */
export function* reservationPages(rows: ReservationRow[]): Steps<string[]> {
  const legs = yield* rideLegs(rows);
  return yield* pageSteps(
    yield* mapRows(rows, (row, n) => {
      const stored: StoredReservation = {
        ...row,
        status: knownStatus(row.status),
        statusUnknown: row.status === "unknown" ? 1 : 0,
        leg: legs[n] ?? 0,
        searchKey: searchKey(row),
      };
      return [n, ...BOOKING.map((column) => stored[column])];
    }),
  );
}

/** The same for drivers. Drivers of one name are counted in the order of their numbers. */
export function* driverPages(rows: DriverRow[]): Steps<string[]> {
  const legs = namesakeLegs(rows);
  return yield* pageSteps(
    yield* mapRows(rows, (row, n) => {
      const stored: StoredDriver = { ...row, leg: legs[n] ?? 0 };
      return [n, ...DRIVER.map((column) => stored[column])];
    }),
  );
}

/** Rows as JSON arrays of at most PAGE_BYTES each; a single row is never divided. */
export function jsonPages(rows: unknown[]): string[] {
  return atOnce(pageSteps(rows));
}

function* pageSteps(rows: unknown[]): Steps<string[]> {
  const pages: string[] = [];
  let page: string[] = [];
  let size = 0;
  const close = () => {
    if (page.length > 0) pages.push(`[${page.join()}]`);
    page = [];
    size = 0;
  };
  yield* eachRow(rows, (row) => {
    const text = JSON.stringify(row);
    const bytes = utf8.encode(text).length + 1;
    if (size + bytes > PAGE_BYTES) close();
    page.push(text);
    size += bytes;
  });
  close();
  return pages;
}

const utf8 = new TextEncoder();

function namesakeLegs(rows: DriverRow[]): number[] {
  const places = new Map<string, number[]>();
  for (const [n, { nameKey }] of rows.entries()) {
    const same = places.get(nameKey);
    if (same) same.push(n);
    else places.set(nameKey, [n]);
  }
  const legs = rows.map(() => 0);
  const phone = (n: number) => rows[n]?.phone ?? "";
  for (const same of places.values()) {
    const sorted = [...same].sort((a, b) => phone(a).localeCompare(phone(b), "en"));
    for (const [leg, n] of sorted.entries()) legs[n] = leg;
  }
  return legs;
}
