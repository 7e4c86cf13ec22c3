import { getTableColumns } from "drizzle-orm";
import { drivers } from "../../../drizzle/schema.ts";
import { keysOf, pick } from "../../lib/field-table.ts";
import { DRIVER_COLUMNS } from "../fields.ts";

type Table = (typeof drivers)["_"]["columns"];

/** Whose a row is, which version's, and what became of it. */
type Bookkeeping = "id" | "userId" | "importId" | "carried" | "createdAt" | "updatedAt";

/** What a row says about its driver. It does not compile unless the table and DRIVER_COLUMNS have the same columns. */
export const driverColumns: Omit<Table, Bookkeeping> = pick(getTableColumns(drivers), keysOf(DRIVER_COLUMNS));
