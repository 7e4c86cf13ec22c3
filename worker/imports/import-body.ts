import * as z from "zod";
import { madeVisible } from "../lib/visible-text.ts";
import { DATE_ORDERS } from "./reading/date-order.ts";
import type { Cell } from "./reading/from-cells.ts";
import { MAX_COLUMNS, MAX_ROWS } from "./reading/limits.ts";
import { KINDS, MODES } from "./version.ts";

const kind = z.enum(KINDS, "Say what the list holds: reservations or drivers.");
const mode = z.enum(MODES, "Choose replace (the file is the whole list) or add (put it on top).");
const dateOrder = z.enum(DATE_ORDERS, "Choose mdy, dmy or ymd.");
const flag = z.enum(["true", "false"], "Say true or false.").transform((text) => text === "true");
const fileName = z.string().max(255, "Keep the file's name under 255 characters.").transform(madeVisible);

export const listKind = kind;

const titles = z.union([
  z.string(),
  z.array(z.string()).max(20, "No field is read from more than 20 columns."),
  z.null(),
]);

const mapping = z.record(z.string(), titles);
const mappingName = z
  .string()
  .trim()
  .regex(/^[\w .-]{1,60}$/, "Name a mapping with at most 60 letters, digits, spaces, dots and dashes.");

/** `?mapping=`: the titles themselves as JSON, or the name under which they were sent before. */
const namedMapping = z.string().transform((text, context) => {
  if (!text.trim().startsWith("{")) {
    const name = mappingName.safeParse(text);
    if (name.success) return { name: name.data };
    context.addIssue({ code: "custom", message: WRITE_MAPPING });
    return z.NEVER;
  }
  try {
    return { titles: mapping.parse(JSON.parse(text)) };
  } catch {
    context.addIssue({ code: "custom", message: WRITE_MAPPING });
    return z.NEVER;
  }
});

const WRITE_MAPPING =
  'Write the mapping as JSON, such as {"confirmation_number": "Trip ID", "pickup_time": ["Date", "Time"]}, or give the name under which you sent it before.';

/** `?kind=…` and the other query parameters of an import. */
export const importQuery = z.object({
  kind,
  mode: mode.optional(),
  activate: flag.default(false),
  date_order: dateOrder.optional(),
  file_name: fileName.optional(),
  mapping: namedMapping.optional(),
  /** Remembers the titles of `mapping` under this name. */
  mapping_name: mappingName.optional(),
});

/** Rows of cells as JSON holds them; checked by hand, because there may be millions. */
export const cellRows = z.custom<Cell[][]>(
  (value) => Array.isArray(value) && value.every((row) => Array.isArray(row) && row.every(isCell)),
  "Send rows as lists of cells: text, numbers, true, false or null.",
);

/** The JSON body of an import. With `rows` it is the whole list; without them it begins an upload in pages. */
export const importBody = z
  .object({
    columns: z
      .array(z.string("Column titles are text."), "Give the titles of the columns.")
      .min(1, "Give the titles of the columns.")
      .max(MAX_COLUMNS, `A list has at most ${MAX_COLUMNS} columns.`),
    rows: cellRows.optional(),
    first_row: z.int().min(1).max(1_048_576).default(2),
    mapping: mapping.nullish(),
    date_order: dateOrder.nullish(),
    status_words: z
      .record(z.string().max(200), z.string().max(40))
      .refine((words) => Object.keys(words).length <= 500, "These are too many words for a status.")
      .nullish(),
    file_name: fileName.nullish(),
    mode: mode.optional(),
    total_rows: z
      .int("Say how many rows there are.")
      .min(1, "There is no row to import.")
      .max(MAX_ROWS, `A list has at most ${MAX_ROWS.toLocaleString("en-US")} rows.`)
      .optional(),
    content_hash: z.string().min(1).max(200).optional(),
  })
  .refine(({ rows, total_rows, content_hash }) => rows || (total_rows && content_hash), {
    error: "Send the rows, or total_rows and content_hash to upload them in pages.",
    path: ["rows"],
  });

export type ImportQuery = z.output<typeof importQuery>;
export type ImportBody = z.output<typeof importBody>;

function isCell(cell: unknown): cell is Cell {
  return cell === null || typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean";
}
