import { FIELDS, type FieldOf, type Kind, requiredFields } from "./fields.ts";
import { normaliseHeader } from "./normalise-header.ts";
import type { Synonyms } from "./synonyms.ts";

/** The columns a field is read from, by their place. Two for date and time, or first and last name. */
export type Mapping<K extends Kind> = Partial<Record<FieldOf[K], number[]>>;

export type Recognised<K extends Kind> = {
  mapping: Mapping<K>;
  /** "likely": the title only contains a known one, or two columns bear the same title. Show it before trusting it. */
  certainty: Partial<Record<FieldOf[K], "certain" | "likely">>;
  unused: string[];
  missing: { field: FieldOf[K]; message: string }[];
};

/** What each column of an export is, by its title alone. The order of the columns does not matter. */
export function recogniseColumns<K extends Kind>(kind: K, columns: string[]): Recognised<K> {
  const { synonyms, everyColumn } = FIELDS[kind];
  const titles = columns.map((title, index) => ({ index, title, words: normaliseHeader(title) }));
  const found = new Map<string, Found>();
  for (const [field, ways] of Object.entries<Ways>(synonyms)) {
    const every = (everyColumn as readonly string[]).includes(field);
    const exact = every ? allOf(ways, titles) : firstOf(ways, titles);
    if (exact) found.set(field, exact);
  }
  const claimed = new Set([...found.values()].flatMap(({ columns: indexes }) => indexes));
  for (const { field } of requiredFields(kind)) {
    if (found.has(field)) continue;
    const near = nearest(
      synonymsOf(synonyms, field),
      titles.filter(({ index }) => !claimed.has(index)),
    );
    if (near) found.set(field, near);
  }
  return describe(kind, columns, found);
}

type Title = { index: number; title: string; words: string };
type Found = { columns: number[]; certainty: "certain" | "likely" };
type Ways = Synonyms[string];

/** The first way of which every part has a column. */
function firstOf(ways: Ways, titles: Title[]): Found | null {
  for (const way of ways) {
    const parts = way.map((part) => columnOf(part, titles));
    const complete = parts.filter((part) => part !== null);
    if (complete.length === way.length) return together(complete);
  }
  return null;
}

/** Every column that any way names, the best first. */
function allOf(ways: Ways, titles: Title[]): Found | null {
  const all = ways.flatMap((way) => way.flatMap((part) => part.flatMap((name) => columnOf([name], titles) ?? [])));
  const distinct = all.filter((one, i) => all.findIndex((other) => other.columns[0] === one.columns[0]) === i);
  return distinct.length > 0 ? together(distinct) : null;
}

function columnOf(names: readonly string[], titles: Title[]): Found | null {
  for (const name of names) {
    const wanted = normalisedSynonym(name);
    const [first, ...others] = titles.filter(({ words }) => words === wanted).sort(byTitle);
    if (first) return { columns: [first.index], certainty: others.length > 0 ? "likely" : "certain" };
  }
  return null;
}

function together(parts: Found[]): Found {
  const certain = parts.every(({ certainty }) => certainty === "certain");
  return { columns: parts.flatMap(({ columns }) => columns), certainty: certain ? "certain" : "likely" };
}

/** Words that make a title mean something else: when the car left the garage is no pick-up time. */
const OTHER_MEANING =
  /\b(spot|garage|actual|billing|created|updated|changed|modified|entered|cancel\w*|account|affiliate|vendor|original|zip|city|state|lat\w*|lon\w*|lng|dropoff|end|fee|rate|price)\b/;

/** A title that contains a known one and a word or two more, where no title is one. */
function nearest(ways: Ways, titles: Title[]): Found | null {
  const plain = titles.filter(({ words }) => !OTHER_MEANING.test(words)).sort(byTitle);
  const loosened = plain.map((title) => ({ ...title, every: title.words.split(" ") }));
  for (const way of ways) {
    const parts = way.map((part) => {
      for (const name of part) {
        const wanted = normalisedSynonym(name).split(" ");
        const hit = loosened.find(
          ({ every }) =>
            wanted.length >= 2 && every.length <= wanted.length + 2 && wanted.every((word) => every.includes(word)),
        );
        if (hit) return hit.index;
      }
      return null;
    });
    const complete = parts.filter((index) => index !== null);
    if (complete.length === way.length) return { columns: complete, certainty: "likely" };
  }
  return null;
}

// By title, not by place: a table whose columns are moved around reads the same.
function byTitle(a: Title, b: Title): number {
  return a.title < b.title ? -1 : 1;
}

function synonymsOf(synonyms: Synonyms, field: string): Ways {
  return synonyms[field] ?? [];
}

const normalised = new Map<string, string>();

function normalisedSynonym(name: string): string {
  const known = normalised.get(name);
  if (known !== undefined) return known;
  const words = normaliseHeader(name);
  normalised.set(name, words);
  return words;
}

function describe<K extends Kind>(kind: K, columns: string[], found: Map<string, Found>): Recognised<K> {
  const used = new Set([...found.values()].flatMap((one) => one.columns));
  const entries = [...found];
  return {
    // The keys come from the synonyms of this very kind.
    mapping: Object.fromEntries(entries.map(([field, one]) => [field, one.columns])) as Mapping<K>,
    certainty: Object.fromEntries(entries.map(([field, one]) => [field, one.certainty])) as Recognised<K>["certainty"],
    unused: columns.filter((_, index) => !used.has(index)),
    missing: missingFields(kind, found),
  };
}

/** The required fields that have no column, each with what to look for. */
export function missingFields<K extends Kind>(
  kind: K,
  found: { has(field: string): boolean },
): Recognised<K>["missing"] {
  return requiredFields(kind)
    .filter(({ field }) => !found.has(field))
    .map(({ field, what }) => ({
      field: field as FieldOf[K],
      message: `No column was recognised as ${field.replaceAll("_", " ")}: the list needs ${what}.`,
    }));
}
