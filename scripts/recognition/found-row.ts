import type { Field } from "./fields.ts";

/** What was found in one row, by field. Telephones are lists. */
export type FoundRow = Partial<Record<Field, string | number | string[]>>;
