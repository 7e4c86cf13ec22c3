import type { DateOrder } from "./reading/date-order.ts";
import { KINDS, type Kind } from "./reading/fields.ts";

/** Whether a file is the whole list or is added to the one before it. */
export const MODES = ["replace", "add"] as const;
export type Mode = (typeof MODES)[number];

/** Who sent a file: an operator, a dispatch system with a key, or we ourselves. */
export const SOURCES = ["dashboard", "api", "seed"] as const;
export type Source = (typeof SOURCES)[number];

/** How far a version is: its rows arrive, the queue reads them, they are there, it brought nothing new, it was refused. */
export const STATES = ["receiving", "reading", "ready", "unchanged", "failed"] as const;

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

/** What the queue still has to do for a file. `timezone` is null until the first try has settled how it is read. */
export type ImportTask = {
  from: "csv" | "json" | "pages";
  activate: boolean;
  actor: string;
  reading: Reading;
  timezone: string | null;
};

/** How much is done once a file is read and its rows are not written yet, in percent: it takes about as long. */
export const READ_PERCENT = 40;

/** Why a file was refused, in the words and fields of the answer that a small file gets. */
export type ImportProblem = { code: string; message: string; fields: Record<string, string>; [more: string]: unknown };

/** How the rows of an upload in pages are to be read, once all are there. */
export type Upload = Reading & { columns: string[]; firstRow: number; totalRows: number };
