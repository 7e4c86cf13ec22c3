import { Temporal } from "temporal-polyfill/implementation";
import type { drivers, reservations } from "../../drizzle/schema.ts";
import { mapDrivers } from "../../worker/imports/reading/map-drivers.ts";
import { mapReservations } from "../../worker/imports/reading/map-reservations.ts";
import { searchKey } from "../../worker/reservations/search-key.ts";
import { knownStatus } from "../../worker/reservations/status.ts";
import type { Report } from "./companies.ts";
import { given, instantOf, type OldRow, type OldTable } from "./read-export.ts";

export type Owner = { userId: string; timezone: string; importId: string };

const OURS = ["id", "user_id", "import_id", "created_at", "updated_at"]; // not part of a booking
const TIMES = { pickup_time: "pickupAt", dropoff_time: "dropoffAt", flight_time: "flightAt" } as const;

/**
 * The old bookings of one company, with their ids, read as an uploaded list is read. A time with an offset is that
 * instant; one without is the company's wall time.
 */
export function readReservations(table: OldTable, owner: Owner, report: Report) {
  const columns = table.columns.filter((column) => !OURS.includes(column));
  const asWallTimes = (row: OldRow) => columns.map((column) => wallTime(row.cells[column] ?? "", owner.timezone));
  const { timezone } = owner;
  const whole = mapReservations({ columns, rows: table.rows.map(asWallTimes), timezone });
  for (const { message } of whole.questions) report(1, message);
  if (whole.questions.length > 0) return [];
  const refused = new Map(whole.errors.map((error) => [error.row - 2, error.reason]));
  const legs = new Map<string, number>();
  return table.rows.flatMap((row, index): (typeof reservations.$inferInsert)[] => {
    const again = {
      columns,
      rows: [asWallTimes(row)],
      timezone,
      ...(whole.dateOrder && { dateOrder: whole.dateOrder }),
    };
    const [read] = refused.has(index) ? [] : mapReservations(again).rows;
    const id = given(row.cells.id);
    if (!read || !id) {
      report(row.line, refused.get(index) ?? "This booking cannot be read.");
      return [];
    }
    const { status, ...booking } = { ...read, ...instants(row) };
    const leg = legs.get(booking.confirmationKey) ?? 0;
    legs.set(booking.confirmationKey, leg + 1);
    const state = { storedStatus: knownStatus(status), statusUnknown: status === "unknown" ? 1 : 0 };
    const { userId, importId } = owner;
    return [{ ...booking, ...state, id, userId, importId, timezone, leg, searchKey: searchKey(booking) }];
  });
}

/** The old drivers of one company, with their ids. */
export function readDrivers(table: OldTable, { userId, importId }: Owner, report: Report) {
  const columns = table.columns.filter((column) => !OURS.includes(column));
  return table.rows.flatMap((row): (typeof drivers.$inferInsert)[] => {
    const cells = columns.map((column) => given(row.cells[column]) ?? "");
    const { rows, errors, questions } = mapDrivers({ columns, rows: [cells] });
    const id = given(row.cells.id);
    if (rows[0] && id) return [{ ...rows[0], id, userId, importId }];
    report(row.line, errors[0]?.reason ?? questions[0]?.message ?? "This driver cannot be read.");
    return [];
  });
}

function wallTime(cell: string, timezone: string): string {
  const at = instantOf(cell);
  if (at === null) return given(cell) ?? "";
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).toPlainDateTime();
  return wall.toString({ smallestUnit: "minute" }).replace("T", " ");
}

/** A wall time comes twice when clocks go back; the offset says which one it was. */
function instants({ cells }: OldRow): Partial<Record<(typeof TIMES)[keyof typeof TIMES], number>> {
  const known = Object.entries(TIMES).map(([column, field]) => [field, instantOf(cells[column])] as const);
  return Object.fromEntries(known.filter(([, at]) => at !== null));
}
