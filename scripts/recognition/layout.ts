import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { FIELDS } from "./fields.ts";

export const HALVES = ["tuned", "held-back"] as const;
export type Half = (typeof HALVES)[number];

const CORPUS = join(import.meta.dirname, "../../worker/imports/corpus");

const field = z.enum(FIELDS);
const value = z.union([z.string().min(1), z.number(), z.array(z.string().min(1)).min(1)]);
const cell = z.union([z.string(), z.number(), z.boolean(), z.null(), z.strictObject({ date: z.iso.datetime() })]);

/**
 * What a careful reader finds in one row. A list of telephones means all of these numbers; any other list means one of
 * these texts. A name with "?" in front is a value that may be found but does not have to be; any other value there is
 * wrong.
 */
const expectedRow = z.record(
  z.string().refine((name) => field.safeParse(name.replace(/^\?/, "")).success, "is no field"),
  value,
);

const layout = z
  .strictObject({
    /** What kind of software or page the column titles come from. */
    source: z.string().min(10),
    kind: z.enum(["reservations", "drivers"]),
    timezone: z.string(),
    /** The lines of a text file. */
    lines: z.array(z.string()).min(1).optional(),
    encoding: z.enum(["utf-8", "utf-8-bom", "utf-16le", "windows-1252"]).default("utf-8"),
    newline: z.enum(["lf", "crlf"]).default("lf"),
    /** A workbook instead of a text file. A date is a wall time, written as if it were UTC. */
    sheets: z.array(z.strictObject({ name: z.string(), rows: z.array(z.array(cell)) })).optional(),
    expected: z.array(expectedRow).default([]),
    /** The field that nobody could read for certain: the file must not be taken without a question or a reason. */
    ask: field.optional(),
    /** Fields about which careful readers would differ in this file. */
    unscored: z.array(field).default([]),
  })
  .refine(({ lines, sheets }) => (lines === undefined) !== (sheets === undefined), "is either lines or sheets")
  .refine(({ ask, expected }) => (ask === undefined) === expected.length > 0, "has rows to expect, or is to be asked");

export type Layout = z.output<typeof layout> & { name: string };
export type ExpectedRow = z.output<typeof expectedRow>;

/**
 * The layouts of one half of the corpus, by name.
 * @throws Error naming the file that is not a layout
 */
export function readLayouts(half: Half): Layout[] {
  const folder = join(CORPUS, half);
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return files.sort().map((file) => {
    const parsed = layout.safeParse(JSON.parse(readFileSync(join(folder, file), "utf8")));
    if (!parsed.success) throw new Error(`${half}/${file}: ${z.prettifyError(parsed.error)}`);
    return { ...parsed.data, name: file.replace(".json", "") };
  });
}
