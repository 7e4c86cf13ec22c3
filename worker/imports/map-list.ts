import type { DriverRow } from "../drivers/fields.ts";
import type { Steps } from "../lib/steps.ts";
import { countryOfZone } from "../phone/country.ts";
import type { ReservationRow } from "../reservations/fields.ts";
import type { GivenMapping } from "./reading/choose-mapping.ts";
import { driverSteps } from "./reading/map-drivers.ts";
import { reservationSteps } from "./reading/map-reservations.ts";
import type { Mapped } from "./reading/mapped.ts";
import { nothingToImport, unanswered } from "./refused.ts";
import { driverPages, reservationPages } from "./row-pages.ts";
import type { Kind, Reading } from "./version.ts";

/** A file that was understood: its rows as pages for the database, and what there is to say about its rows. */
export type ReadList = Pick<Mapped<unknown>, "errors" | "warnings"> & { rows: number; pages: string[] };

type Cells = { columns: string[]; rows: string[][]; firstRow: number };

/**
 * Reads a table of cells as bookings or drivers, in steps.
 * @param timezone IANA; the bookings' times are read in it, and telephones as numbers of its country
 * @throws AppError 400 columns_missing, question or file_refused
 */
export function* listSteps(kind: Kind, cells: Cells, reading: Reading, timezone: string): Steps<ReadList> {
  // The keys of a choice are checked where it is used, where an unknown one is named.
  const mapping = (reading.mapping ?? {}) as GivenMapping<"reservations"> & GivenMapping<"drivers">;
  if (kind === "drivers") {
    const mapped = yield* driverSteps({ ...cells, mapping, country: countryOfZone(timezone) });
    return yield* understood(mapped, driverPages);
  }
  const mapped = yield* reservationSteps({
    ...cells,
    mapping,
    timezone,
    ...(reading.dateOrder && { dateOrder: reading.dateOrder }),
    ...(reading.statusWords && { statusWords: reading.statusWords }),
  });
  return yield* understood(mapped, reservationPages);
}

function* understood<Row extends DriverRow | ReservationRow>(
  mapped: Mapped<Row>,
  pagesOf: (rows: Row[]) => Steps<string[]>,
): Steps<ReadList> {
  if (mapped.questions.length > 0) throw unanswered(mapped.questions);
  if (mapped.rows.length === 0) throw nothingToImport(mapped);
  const { errors, warnings, rows } = mapped;
  return { errors, warnings, rows: rows.length, pages: yield* pagesOf(rows) };
}
