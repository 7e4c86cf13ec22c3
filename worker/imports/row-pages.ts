import { searchKey } from "../reservations/search-key.ts";
import type { DriverRow, ReservationRow } from "./reading/rows.ts";

const PAGE_BYTES = 480_000; // a bound value may have 2 MB, and the platform advises to stay far below

export type StoredReservation = ReservationRow & { leg: number; searchKey: string };
export type StoredDriver = DriverRow & { leg: number };

/** The columns of a stored row, in the order in which a page carries them. The first cell of each row is its place in the file. */
export const RESERVATION_CELLS = [
  "confirmationNumber",
  "confirmationKey",
  "customerName",
  "telephone",
  "phoneE164",
  "pickupAt",
  "dropoffAt",
  "flightAt",
  "timezone",
  "pickupAddress",
  "dropoffLocation",
  "terminal",
  "direction",
  "flightInfo",
  "specialInstructions",
  "vehicleAssigned",
  "driverAssigned",
  "driverKey",
  "numPassengers",
  "status",
  "statusText",
  "leg",
  "searchKey",
] as const satisfies (keyof StoredReservation)[];

export const DRIVER_CELLS = [
  "name",
  "nameKey",
  "phone",
  "phoneE164",
  "availableDays",
  "leg",
] as const satisfies (keyof StoredDriver)[];

/** Bookings as JSON pages for one statement each. Rides under one number are counted in the order of their pick-ups. */
export function reservationPages(rows: ReservationRow[]): string[] {
  const legs = countedLegs(rows, ({ confirmationNumber }) => confirmationNumber, byPickup);
  return jsonPages(
    rows.map((row, n) => {
      const stored: StoredReservation = { ...row, leg: legs[n] ?? 0, searchKey: searchKey(row) };
      return [n, ...RESERVATION_CELLS.map((cell) => stored[cell])];
    }),
  );
}

/** Drivers likewise; two of one name are counted in the order of their numbers. */
export function driverPages(rows: DriverRow[]): string[] {
  const legs = countedLegs(rows, ({ nameKey }) => nameKey, byPhone);
  return jsonPages(rows.map((row, n) => [n, ...DRIVER_CELLS.map((cell) => ({ ...row, leg: legs[n] ?? 0 })[cell])]));
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
