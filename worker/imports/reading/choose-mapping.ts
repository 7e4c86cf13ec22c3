import { FIELDS, type FieldOf, type Kind } from "./fields.ts";
import { normaliseHeader } from "./normalise-header.ts";
import { type Mapping, missingFields, recogniseColumns } from "./recognise-columns.ts";

/**
 * The operator's own choice, by column title: one column, several that belong together (date and time, first and last
 * name, several phones in order), or null where the field is not to be read. What it does not name is recognised.
 */
export type GivenMapping<K extends Kind> = { [F in FieldOf[K]]?: string | string[] | null };

export type MissingColumn = { field: string; message: string };

/** The recognised mapping with the operator's choice over it, and everything that stands in the way of using it. */
export function chooseMapping<K extends Kind>(
  kind: K,
  columns: string[],
  given: GivenMapping<K> = {},
): { mapping: Mapping<K>; missing: MissingColumn[] } {
  const mapping: Record<string, number[] | undefined> = { ...recogniseColumns(kind, columns).mapping };
  const unknown: MissingColumn[] = [];
  for (const [field, choice] of Object.entries<string | string[] | null | undefined>(given)) {
    if (choice === undefined) continue;
    if (!Object.hasOwn(FIELDS[kind].synonyms, field)) {
      unknown.push({ field, message: `There is no field called “${field}” in ${kind}.` });
      continue;
    }
    const names = [choice ?? []].flat().filter((name) => name !== "");
    const missing = names.filter((name) => findColumn(columns, name) === -1);
    unknown.push(...missing.map((name) => ({ field, message: `The file has no column called “${name}”.` })));
    const indexes = names.map((name) => findColumn(columns, name)).filter((index) => index !== -1);
    if (indexes.length > 0) mapping[field] = indexes;
    else delete mapping[field];
  }
  const found = new Set(Object.keys(mapping));
  // Every key is a field of this kind: recognised, or checked above.
  return { mapping: mapping as Mapping<K>, missing: [...unknown, ...missingFields(kind, found)] };
}

// A remembered mapping belongs to titles however they are cased, as its key does.
function findColumn(columns: string[], name: string): number {
  const exact = columns.indexOf(name);
  if (exact !== -1) return exact;
  const words = normaliseHeader(name);
  return words === "" ? -1 : columns.findIndex((column) => normaliseHeader(column) === words);
}
