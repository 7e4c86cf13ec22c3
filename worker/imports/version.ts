import type { DateOrder } from "./reading/date-order.ts";
import { KINDS, type Kind } from "./reading/fields.ts";

/** Whether a file is the whole list or is added to the one before it. */
export const MODES = ["replace", "add"] as const;
export type Mode = (typeof MODES)[number];

/** Who sent a file: an operator, a dispatch system with a key, or we ourselves. */
export const SOURCES = ["dashboard", "api", "seed"] as const;
export type Source = (typeof SOURCES)[number];

/** Whether all rows of a version have arrived. */
export const STATES = ["receiving", "ready"] as const;

export type { Kind };
export { KINDS };

/** A version whose rows are arriving. */
export type Arriving = { id: string; kind: Kind; mode: Mode };

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
