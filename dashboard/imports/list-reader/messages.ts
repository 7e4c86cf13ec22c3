import type { MissingColumn } from "../../../worker/imports/reading/choose-mapping.ts";
import type { DateOrderQuestion } from "../../../worker/imports/reading/date-order.ts";
import type { RowError, Warning } from "../../../worker/imports/reading/notes.ts";
import type { DateOrder, Import, Kind, Mode, Status } from "../list-replies.ts";
import type { Mapping } from "./mapping.ts";

/** How the operator wants a list to be read. */
export type Choices = {
  kind: Kind;
  mapping: Mapping;
  dateOrder: DateOrder | null;
  statusWords: Record<string, Status>;
  timezone: string;
};

/** What the titles of the columns say about a file. */
export type Recognised = {
  columns: string[];
  /** Up to three different cells of each column. */
  samples: string[][];
  rowCount: number;
  mapping: Mapping;
  /** Fields whose column is probably, but not certainly, the right one. */
  unsure: string[];
  /** Fields that two columns fit equally well: what each would be read from, with the date that belongs to a time. */
  doubts: { field: string; options: string[][] }[];
  /** Fields that another column fits as well; the first of these was taken. */
  alternatives: { field: string; columns: string[] }[];
  mappingKey: string;
};

/** For a workbook also the sheets that hold a list, and the one that was opened. */
export type Opened = Recognised & { sheets: string[]; sheet: string | null };

/** What the agent would say for each field of a row. */
export type PreviewRow = Record<string, string>;

/** A status that nobody has explained, the number of rows with it, and some of them: "Row 6 (Ben Ode)". */
export type UnknownStatus = { word: string; count: number; rows: string[] };

/**
 * A list read with the operator's choices. While a column or the order of dates is uncertain there are no rows, but the
 * questions that follow are already known.
 */
export type ReadList = {
  rows: number;
  preview: PreviewRow[];
  errors: RowError[];
  errorCount: number;
  warnings: Warning[];
  dateQuestions: DateOrderQuestion[];
  missing: MissingColumn[];
  unknownStatuses: UnknownStatus[];
};

export type Step = "opening" | "reading" | "sending";

export type Ask =
  | { type: "open"; file: File; kind: Kind; sheet?: string }
  | { type: "read"; choices: Choices }
  | { type: "send"; choices: Choices; mode: Mode };

/** `unchanged`: this list is already in use. */
export type Sent = Import & { unchanged: boolean };

/** The answer to each request. */
export type Answers = { open: Opened; read: ReadList; send: Sent };

export type ThreadMessage =
  | { type: "progress"; step: Step; share: number }
  | { type: "answer"; id: number; answer: Answers[keyof Answers] }
  | { type: "refused"; id: number; message: string; code: string };
