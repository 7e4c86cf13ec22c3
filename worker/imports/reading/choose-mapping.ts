import { FIELDS, type FieldOf, type Kind } from "./fields.ts";
import { normaliseHeader } from "./normalise-header.ts";
import { type Doubt, type Mapping, missingFields, recogniseColumns } from "./recognise-columns.ts";

/**
 * The operator's own choice, by column title: one column, several that belong together (date and time, first and last
 * name, several phones in order), or null if the field should not be read. Fields that it does not name are recognised.
 */
export type GivenMapping<K extends Kind> = { [F in FieldOf[K]]?: string | string[] | null };

/** `candidates`: the columns to choose from, if more than one fits. */
export type MissingColumn = { field: string; message: string; candidates?: string[] };

export type ChosenMapping<K extends Kind> = {
  mapping: Mapping<K>;
  missing: MissingColumn[];
  alternatives: Doubt<FieldOf[K]>[];
};

/** The recognised mapping, overridden by the operator's choice, and everything that prevents using it. */
export function chooseMapping<K extends Kind>(
  kind: K,
  { columns, rows }: { columns: string[]; rows: string[][] },
  given: GivenMapping<K> = {},
): ChosenMapping<K> {
  const recognised = recogniseColumns(kind, columns, rows);
  const mapping: Record<string, number[] | undefined> = { ...recognised.mapping };
  const unknown: MissingColumn[] = [];
  for (const [field, choice] of Object.entries<string | string[] | null | undefined>(given)) {
    if (choice === undefined) continue;
    if (!Object.hasOwn(FIELDS[kind], field)) {
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
  const open = recognised.doubts.filter(({ field }) => given[field] === undefined);
  const found = new Set([...Object.keys(mapping), ...open.map(({ field }) => field)]);
  return {
    mapping: mapping as Mapping<K>, // every key is a field of this kind: recognised, or checked above
    missing: [...unknown, ...open.map(inWords), ...missingFields(kind, found)],
    alternatives: recognised.alternatives.filter(({ field }) => given[field] === undefined),
  };
}

function inWords({ field, columns }: Doubt<string>): MissingColumn {
  const named = field.replaceAll("_", " ");
  const titles = columns.map((title) => `“${title}”`).join(" or ");
  const message =
    columns.length === 1
      ? `${titles} may be the ${named}, or name somebody or something else. Choose it if it is meant, or leave the field empty.`
      : `More than one column can be the ${named}: ${titles}. Choose the one that is meant.`;
  return { field, message, candidates: columns };
}

// Case does not matter here, as it does not in the key of a remembered mapping.
function findColumn(columns: string[], name: string): number {
  const exact = columns.indexOf(name);
  if (exact !== -1) return exact;
  const words = normaliseHeader(name);
  return words === "" ? -1 : columns.findIndex((column) => normaliseHeader(column) === words);
}
