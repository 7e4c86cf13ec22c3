import type { CountryCode } from "libphonenumber-js/min";
import type { ReservationRow } from "../../reservations/fields.ts";
import type { GivenMapping, MissingColumn } from "./choose-mapping.ts";
import type { DateOrder, DateOrderQuestion } from "./date-order.ts";
import type { Kind } from "./fields.ts";
import type { RowError, Warning } from "./notes.ts";

/**
 * What an import starts from. `firstRow` is the row of the file that `rows[0]` comes from; 2 if the header is row 1.
 */
export type MapInput<K extends Kind> = {
  columns: string[];
  rows: string[][];
  firstRow?: number;
  mapping?: GivenMapping<K>;
  /** ISO 3166: the country whose numbers are written without a country code. */
  country?: CountryCode;
};

export type ReservationsInput = MapInput<"reservations"> & {
  /** IANA; the wall times of the file are the company's own. */
  timezone: string;
  dateOrder?: DateOrder;
  /** The company's own words for the fixed set: { "Farmed out": "assigned" }. Case does not matter. */
  statusWords?: Record<string, string>;
};

/** What must be answered before any row can be imported. */
export type Question = DateOrderQuestion | { question: "columns"; missing: MissingColumn[]; message: string };

/** With a question there are no rows. Without one, every row of the file is a row here, an error, or blank. */
export type Mapped<Row> = { rows: Row[]; errors: RowError[]; warnings: Warning[]; questions: Question[] };

/** A result with no rows, only these questions. */
export function unanswered<Row>(questions: Question[]): Mapped<Row> {
  return { rows: [], errors: [], warnings: [], questions };
}

export function columnsQuestion(missing: MissingColumn[]): Question {
  return { question: "columns", missing, message: missing.map(({ message }) => message).join(" ") };
}

/** `dateOrder` is how the pick-up dates were read; pass it on when the same file is read again in parts. */
export type MappedReservations = Mapped<ReservationRow> & { dateOrder: DateOrder | null };
