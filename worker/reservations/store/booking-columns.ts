import { getTableColumns } from "drizzle-orm";
import { reservations } from "../../../drizzle/schema.ts";
import { keysOf, pick } from "../../lib/field-table.ts";
import { RESERVATION_COLUMNS } from "../fields.ts";

type Table = (typeof reservations)["_"]["columns"];

/** Who owns a row, which version it belongs to, and what became of it. */
type Bookkeeping =
  | "id"
  | "storedStatus"
  | "userId"
  | "importId"
  | "carried"
  | "editedAt"
  | "editedBy"
  | "editedFields"
  | "keepEdit"
  | "createdAt"
  | "updatedAt";

/**
 * What a row says about its booking. Does not compile unless the table and RESERVATION_COLUMNS have the same columns.
 */
export const bookingColumns: Omit<Table, Bookkeeping> = pick(
  getTableColumns(reservations),
  keysOf(RESERVATION_COLUMNS),
);
