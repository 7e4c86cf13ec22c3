import { Temporal } from "temporal-polyfill/implementation";
import { wallTimeToInstant } from "../../worker/hours/wall-time-to-instant.ts";
import { mapDrivers } from "../../worker/imports/reading/map-drivers.ts";
import { mapReservations } from "../../worker/imports/reading/map-reservations.ts";
import type { Mapped } from "../../worker/imports/reading/mapped.ts";
import { readCsv } from "../../worker/imports/reading/read-csv.ts";
import { searchKey } from "../../worker/reservations/search-key.ts";
import { knownStatus } from "../../worker/reservations/status.ts";
import type { drivers, reservations } from "../schema.ts";
import { movedOn } from "./moved-on.ts";

type Owner = { userId: string; importId: string };

/** The fixture's reservations with every date moved by the distance between `today` (YYYY-MM-DD) and the fixture's day. */
export function reservationRows(
  csv: string,
  { userId, importId, timezone, today }: Owner & { timezone: string; today: string },
): (typeof reservations.$inferInsert)[] {
  const inZone = (at: number | null) => (at === null ? null : sameWallTime(at, timezone));
  // Read in UTC, which has no clock changes: in the company's zone a ride moved into one would be refused.
  return complete(mapReservations({ ...tableOf(movedOn(csv, today)), timezone: "UTC" })).map(({ status, ...row }) => ({
    ...row,
    storedStatus: knownStatus(status),
    statusUnknown: status === "unknown" ? 1 : 0,
    id: `${importId}:${row.confirmationNumber}`,
    userId,
    importId,
    pickupAt: inZone(row.pickupAt),
    dropoffAt: inZone(row.dropoffAt),
    flightAt: inZone(row.flightAt),
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

/** The instant at which the zone's clocks show what UTC shows at `utc`. */
function sameWallTime(utc: number, timezone: string): number | null {
  const shown = Temporal.Instant.fromEpochMilliseconds(utc).toZonedDateTimeISO("UTC").toPlainDateTime();
  const wall = wallTimeToInstant(shown.toString({ smallestUnit: "minute" }).replace("T", " "), timezone);
  // If a fixture falls into a clock change, the later reading is used; a real import reports it instead.
  if (wall) return "at" in wall ? wall.at : wall.later;
  return null;
}
