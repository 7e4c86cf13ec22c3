import * as z from "zod";
import { nullWhenBlank } from "./blank.ts";
import { type Field, type KeysWhere, keysWhere } from "./field-table.ts";
import { areVisible, HAS_HIDDEN } from "./visible-text.ts";

type Fields = Record<string, Field<string>>;
type TextEdits<F extends Fields> = { [K in KeysWhere<F, "edit", "text">]: ReturnType<typeof textEdit> };

/** How the fields are checked that an operator changes as a text: "" and null empty one, what is absent stays. */
export function textEdits<F extends Fields>(fields: F): TextEdits<F> {
  const names = keysWhere(fields, "edit", "text");
  return Object.fromEntries(names.map((name) => [name, textEdit(fields[name]?.longest ?? 0)])) as TextEdits<F>; // one each
}

function textEdit(longest: number) {
  const reason = `Keep this under ${longest.toLocaleString("en-US")} characters.`;
  return nullWhenBlank(z.string().trim().max(longest, reason).refine(areVisible, HAS_HIDDEN)).optional();
}
