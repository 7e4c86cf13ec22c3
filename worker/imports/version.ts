import type { DateOrder } from "./reading/date-order.ts";
import type { Kind } from "./reading/fields.ts";

export type Mode = "replace" | "add";
export type { Kind };

/** How many rows differ from the list that a version was compared with. */
export type DiffCounts = { added: number; changed: number; removed: number; unchanged: number };

/** Which columns an operator chose for which fields, by title. */
export type MappingChoice = Record<string, string | string[] | null>;

/** How rows are to be read. What is null was left to us. */
export type Reading = {
  mapping: MappingChoice | null;
  dateOrder: DateOrder | null;
  statusWords: Record<string, string> | null;
};

/** How the rows of an upload in pages are to be read, once all are there. */
export type Upload = Reading & { columns: string[]; firstRow: number; totalRows: number };
