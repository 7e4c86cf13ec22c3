import { Temporal } from "temporal-polyfill/implementation";
import type { drivers, reservations } from "../../drizzle/schema.ts";
import { mapDrivers } from "../../worker/imports/reading/map-drivers.ts";
import { mapReservations } from "../../worker/imports/reading/map-reservations.ts";
import type { Mapped } from "../../worker/imports/reading/mapped.ts";
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
  const read = mapReservations({ columns, rows: table.rows.map(asWallTimes), timezone });
  const legs = new Map<string, number>();
  return withIds(table, read, report).map(({ id, old, row }): typeof reservations.$inferInsert => {
    const { status, ...booking } = { ...row, ...instants(old) };
    const leg = legs.get(booking.confirmationKey) ?? 0;
    legs.set(booking.confirmationKey, leg + 1);
    const state = { storedStatus: knownStatus(status), statusUnknown: status === "unknown" ? 1 : 0 };
    const { userId, importId } = owner;
    return { ...booking, ...state, id, userId, importId, timezone, leg, searchKey: searchKey(booking) };
  });
}

/** The old drivers of one company, with their ids. */
export function readDrivers(table: OldTable, { userId, importId }: Owner, report: Report) {
  const columns = table.columns.filter((column) => !OURS.includes(column));
  const cells = table.rows.map((row) => columns.map((column) => given(row.cells[column]) ?? ""));
  return withIds(table, mapDrivers({ columns, rows: cells }), report).map(
    ({ id, row }): typeof drivers.$inferInsert => ({ ...row, id, userId, importId }),
  );
}

/** The rows that could be read, each with its old id. Reports the others; without an answer to a question, all of them. */
function withIds<Row>({ rows }: OldTable, { rows: read, errors, questions }: Mapped<Row>, report: Report) {
  for (const { message } of questions) report(1, message);
  if (questions.length > 0) return [];
  for (const { row, reason } of errors) report(rows[row - 2]?.line ?? row, reason);
  const refused = new Set(errors.map(({ row }) => row - 2));
  const taken = rows.filter((_, index) => !refused.has(index)); // an export has no blank rows
  if (taken.length !== read.length) throw new Error("The rows that were read are not those of the file.");
  return taken.flatMap((old, index) => {
    const [row, id] = [read[index], given(old.cells.id)];
    if (row && id) return [{ id, old, row }];
    report(old.line, "This row has no id.");
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
