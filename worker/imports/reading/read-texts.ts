import { type Field, type KeysWhere, keysWhere } from "../../lib/field-table.ts";
import type { RowReader } from "./table-reader.ts";

type Fields = Record<string, Field<string>>;

/** The columns of the fields that are read as text. */
type Texts<F extends Fields> = { [K in KeysWhere<F, "read", "text"> as F[K]["columns"][0]]: string | null };

/** Reads the fields of a row that are plain text. */
export function textReader<F extends Fields>(fields: F): (line: RowReader) => Texts<F> {
  const texts = keysWhere(fields, "read", "text").map((name) => ({ name: String(name), field: fields[name] }));
  return (line) => {
    const entries = texts.map(({ name, field }) => [field?.columns[0], line.text(name, field?.join)]);
    return Object.fromEntries(entries) as Texts<F>; // an entry for each of those fields
  };
}
