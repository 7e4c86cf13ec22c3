import { Temporal } from "temporal-polyfill/implementation";
import { wallTimeToInstant } from "../../worker/hours/wall-time-to-instant.ts";
import { mapDrivers, mapReservations } from "../../worker/imports/reading/map-rows.ts";
import type { Mapped } from "../../worker/imports/reading/mapped.ts";
import { readCsv } from "../../worker/imports/reading/read-csv.ts";
import { searchKey } from "../../worker/reservations/search-key.ts";
import type { drivers, reservations } from "../schema.ts";

/** The day in the fixtures that stands for today: a few rides lie before it, most after. */
const FIXTURE_TODAY = Temporal.PlainDate.from("2026-11-26");

type Owner = { userId: string; importId: string };

/** The fixture's reservations with every date moved as far as `today` (YYYY-MM-DD) lies from the fixture's day. */
export function reservationRows(
  csv: string,
  { userId, importId, timezone, today }: Owner & { timezone: string; today: string },
): (typeof reservations.$inferInsert)[] {
  const days = FIXTURE_TODAY.until(Temporal.PlainDate.from(today), { largestUnit: "days" }).days;
  const move = (at: number | null) => (at === null ? null : movedInstant(at, days, timezone));
  // Read in UTC, which skips no time, the wall times of the file stay as they are until they have been moved.
  return complete(mapReservations({ ...tableOf(csv), timezone: "UTC" })).map((row) => ({
    ...row,
    id: `${importId}:${row.confirmationNumber}`,
    userId,
    importId,
    pickupAt: move(row.pickupAt),
    dropoffAt: move(row.dropoffAt),
    flightAt: move(row.flightAt),
    timezone,
    searchKey: searchKey(row),
  }));
}

export function driverRows(csv: string, { userId, importId }: Owner): (typeof drivers.$inferInsert)[] {
  const rows = complete(mapDrivers(tableOf(csv)));
  return rows.map((row) => ({ ...row, id: `${importId}:${row.name}`, userId, importId }));
}

function tableOf(csv: string): { columns: string[]; rows: string[][] } {
  const table = readCsv(new TextEncoder().encode(csv));
  if (table.kind === "refused") throw new Error(`fixture: ${table.message}`);
  return table;
}

/** A fixture has no bad rows. */
function complete<Row>({ rows, errors, questions }: Mapped<Row>): Row[] {
  const problem = errors[0]?.reason ?? questions[0]?.message;
  if (problem) throw new Error(`fixture: ${problem}`);
  return rows;
}

function movedInstant(utc: number, days: number, timezone: string): number | null {
  const moved = Temporal.Instant.fromEpochMilliseconds(utc).toZonedDateTimeISO("UTC").toPlainDateTime().add({ days });
  const wall = wallTimeToInstant(moved.toString({ smallestUnit: "minute" }).replace("T", " "), timezone);
  // A fixture that falls into a clock change takes the later reading; a real import reports it instead.
  if (wall) return "at" in wall ? wall.at : wall.later;
  return null;
}
