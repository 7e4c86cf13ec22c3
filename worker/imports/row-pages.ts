import { DRIVER_COLUMNS, type DriverRow, type StoredDriver } from "../drivers/fields.ts";
import { keysOf } from "../lib/field-table.ts";
import { RESERVATION_COLUMNS, type ReservationRow, type StoredReservation } from "../reservations/fields.ts";
import { searchKey } from "../reservations/search-key.ts";

const PAGE_BYTES = 480_000; // a bound value may have 2 MB, and the platform advises to stay far below

const BOOKING = keysOf(RESERVATION_COLUMNS);
const DRIVER = keysOf(DRIVER_COLUMNS);

/** Bookings as JSON pages for one statement each: of a row its place in the file, then its columns in their order. Rides under one number are counted in the order of their pick-ups. */
export function reservationPages(rows: ReservationRow[]): string[] {
  const legs = countedLegs(rows, ({ confirmationNumber }) => confirmationNumber, byPickup);
  return jsonPages(
    rows.map((row, n) => {
      const stored: StoredReservation = { ...row, leg: legs[n] ?? 0, searchKey: searchKey(row) };
      return [n, ...BOOKING.map((column) => stored[column])];
    }),
  );
}

/** Drivers likewise; two of one name are counted in the order of their numbers. */
export function driverPages(rows: DriverRow[]): string[] {
  const legs = countedLegs(rows, ({ nameKey }) => nameKey, byPhone);
  return jsonPages(
    rows.map((row, n) => {
      const stored: StoredDriver = { ...row, leg: legs[n] ?? 0 };
      return [n, ...DRIVER.map((column) => stored[column])];
    }),
  );
}

/** Rows as JSON arrays of at most PAGE_BYTES each; a single row is never divided. */
export function jsonPages(rows: unknown[]): string[] {
  const pages: string[] = [];
  let page: string[] = [];
  let size = 0;
  const close = () => {
    if (page.length > 0) pages.push(`[${page.join()}]`);
    page = [];
    size = 0;
  };
  for (const row of rows) {
    const text = JSON.stringify(row);
    const bytes = utf8.encode(text).length + 1;
    if (size + bytes > PAGE_BYTES) close();
    page.push(text);
    size += bytes;
  }
  close();
  return pages;
}

const utf8 = new TextEncoder();

function countedLegs<Row>(rows: Row[], keyOf: (row: Row) => string, order: (a: Row, b: Row) => number): number[] {
  const places = new Map<string, number[]>();
  for (const [n, row] of rows.entries()) {
    const same = places.get(keyOf(row));
    if (same) same.push(n);
    else places.set(keyOf(row), [n]);
  }
  const legs = rows.map(() => 0);
  for (const same of places.values()) {
    if (same.length === 1) continue;
    const at = (n: number) => rows[n] as Row; // n counts the rows
    for (const [leg, n] of [...same].sort((a, b) => order(at(a), at(b))).entries()) legs[n] = leg;
  }
  return legs;
}

function byPickup(a: ReservationRow, b: ReservationRow): number {
  return a.pickupAt - b.pickupAt;
}

function byPhone(a: DriverRow, b: DriverRow): number {
  return (a.phone ?? "").localeCompare(b.phone ?? "", "en");
}
