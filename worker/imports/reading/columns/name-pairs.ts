import { type Column, ranked, says, saysAny, saysOnly, share } from "./column.ts";
import { isPerson } from "./owners.ts";

/** The column, or the two columns, of a person's name. */
export type NameColumns = {
  columns: Column[];
  score: number;
  /** It may name somebody or something other than the passenger. */
  doubtful?: boolean;
};

export function pairs(columns: Column[]): NameColumns[] {
  // "Nom du client" and "Prénom": only one of the two titles says whose name it is.
  const unsaid = (column: Column) => !isPerson(column) && !saysAny(column, "contact", "customer");
  const owners: [(column: Column) => boolean, number][] = [
    [isPerson, 0.94],
    [(column) => says(column, "customer") && !says(column, "contact"), 0.9],
    [unsaid, 0.87],
    [(column) => says(column, "customer") || (saysOnly(column, "first") && unsaid(column)), 0.86],
  ];
  return owners.flatMap(([mine, score]) => {
    const of = (part: "first" | "last", not: "first" | "last") =>
      ranked(columns, (column) =>
        says(column, part) && !says(column, not) && mine(column) ? 1 - column.other * 0.1 : 0,
      )[0];
    const given = of("first", "last");
    const family = of("last", "first");
    // "Name, Vorname" and "Nombre, Apellidos": the bare "name" is the half that the other title does not name.
    const bare =
      ranked(columns, (column) => (mine(column) ? bareName(column) : 0))[0] ??
      ranked(columns, (column) => (given ? besideFirst(column, given.column) : 0))[0];
    const first = given ?? (family ? bare : undefined);
    const last = family ?? (given ? bare : undefined);
    if (last && first) {
      const all = (part: string) => columns.filter((column) => says(column, part) && mine(column));
      // With two first names, the second last name is another person's.
      const lasts = all("first").length > 1 ? [last.column] : bothSurnames(all("last"), last.column);
      return [{ columns: [first.column, ...lasts], score: score * Math.min(1, first.score + last.score) }];
    }
    return last ? [{ columns: [last.column], score: score * 0.6 * last.score }] : [];
  });
}

/** "Apellido paterno" and "Apellido materno", the first of the two first: either of them proves who it is. */
function bothSurnames(lasts: Column[], found: Column): Column[] {
  const second = lasts.find(({ title }) => /materno|segundo|\b2\b|second/i.test(title));
  const first =
    lasts.find(({ title }) => /paterno|primer|\b1\b|first/i.test(title)) ?? lasts.find((one) => one !== second);
  return first && second ? [first, second] : [found];
}

/**
 * A title that says "name" but neither half, over cells that
 * hold only one of them: "Nom patient" beside "Prénom patient".
 */
function bareName(column: Column): number {
  if (!says(column, "name") || saysAny(column, "first", "last", "alt")) return 0;
  return share(column, ({ oneWord }) => oneWord) >= 0.5 ? 1 - column.other * 0.1 : 0;
}

/** "Passenger" over last names alone, next to "First Name". */
function besideFirst(column: Column, first: Column): number {
  const named = isPerson(column) || saysAny(column, "customer", "name");
  if (!named || saysAny(column, "first", "last", "alt", "contact", "arranger")) return 0;
  if (Math.abs(column.index - first.index) !== 1) return 0;
  return share(column, ({ oneWord }) => oneWord, 0) >= 0.8 ? 1 - column.other * 0.1 : 0;
}
