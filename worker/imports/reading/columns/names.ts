import { type Column, ranked, says, saysAny, saysOnly, share } from "./column.ts";
import { isPerson } from "./owners.ts";

/** The column or the two columns of a person's name. */
export type NameColumns = {
  columns: Column[];
  score: number;
  /** It may name somebody else, or something else, than the passenger. */
  doubtful?: boolean;
};

/** Whole names and pairs of first and last name, the best first. */
export function passengerNames(columns: Column[]): NameColumns[] {
  const free = columns.filter(
    (column) =>
      !saysAny(
        column,
        "driver",
        "phone",
        "mobile",
        "email",
        "vehicle",
        "number",
        "date",
        "time",
        "status",
        "type",
        "notes",
        "staff",
      ) &&
      !saysAny(
        column,
        "address",
        "city",
        "state",
        "zip",
        "street",
        "venue",
        "hotel",
        "airport",
        "care",
        "airline",
        "flight",
      ) &&
      !saysAny(
        column,
        "pickup",
        "dropoff",
        "price",
        "birth",
        "unrelated",
        "geo",
        "mobility",
        "direction",
        "has",
        "ret",
        "route",
      ) &&
      share(column, ({ words }) => words) >= 0.5 &&
      share(column, ({ yesNo }) => yesNo, 0) < 0.5, // "VIP" over "Yes"
  );
  const paired = pairs(free);
  const halves = new Set(paired.filter(({ columns: { length } }) => length > 1).flatMap((pair) => pair.columns));
  const whole = ranked(free, (column) => {
    if (saysAny(column, "first", "last") || halves.has(column)) return 0;
    const looks = share(column, ({ name }) => (name >= 0.5 ? 1 : 0.4));
    const other = says(column, "alt") ? 0.2 : 0;
    return (wholeName(column) - other) * looks * (isOneOrganisation(column) || organisations(column) >= 0.5 ? 0.5 : 1);
  });
  const wholes = whole.map(({ column, score }) => ({ columns: [column], score, doubtful: isDoubtful(column) }));
  return [...wholes, ...paired].sort((a, b) => b.score - a.score);
}

/** "Event Name", "Manager name" and "Travel Agency" need not be the passenger, nor need a client that is a company. */
function isDoubtful(column: Column): boolean {
  if (organisations(column) >= 0.3 || says(column, "arranger")) return true;
  if (isPerson(column) || saysAny(column, "customer", "contact") || !says(column, "name")) return false;
  return (column.other > 0 && !OF_THE_ONE_WHO_FILLS_IN.test(column.title)) || says(column, "trip");
}

/** "Your name", "What is your full name?"; of an airline's list, the crew rides. */
const OF_THE_ONE_WHO_FILLS_IN = /\b(?:your|crew)\b/i;

function organisations(column: Column): number {
  return share(column, ({ organisation }) => organisation, 0);
}

/** A title such as "Client" whose cells are all alike names who pays, not who rides. */
function isOneOrganisation(column: Column): boolean {
  return share(column, ({ distinct, filled }) => (filled >= 3 && distinct === 1 ? 1 : 0), 0) === 1;
}

function wholeName(column: Column): number {
  const named = says(column, "name") ? 0.02 : 0;
  const strange = Math.min(column.other, 2) * 0.04;
  if (says(column, "contact")) {
    if (saysAny(column, "trip", "passenger")) return 0.6;
    return isOnlyContact(column) ? 0.3 : 0;
  }
  if (says(column, "bookedfor")) return share(column, ({ name }) => (name >= 0.7 ? 0.85 : 0), 0); // or a day
  if (says(column, "count") && !says(column, "name")) {
    return share(column, ({ name }) => (name >= 0.7 ? 0.85 : 0), 0); // "Pax" with names in it
  }
  if (!says(column, "passenger") && isPerson(column)) return 0.92 + named - strange; // "Lead name"
  if (isPerson(column))
    return (saysOnly(column, "passenger", "name", "full", "count", "trip", "vehicle") ? 0.95 : 0.9) + named - strange;
  if (says(column, "customer")) return 0.88 + named - strange;
  if (says(column, "name")) {
    if (saysAny(column, "trip", "order", "reference", "confirmation", "invoice")) return 0.3;
    return (says(column, "full") ? 0.85 : 0.8) - strange;
  }
  return 0;
}

/**
 * "Contact" over another person in each row, where nobody else is named: whom the company calls about the ride. "Booking
 * Contact", "Parent" and "Agency" are somebody else.
 */
function isOnlyContact({ title, content }: Column): boolean {
  if (!/^\W*(?:contact(?: ?(?:name|person))?|contacto|nom du contact|nombre de contacto)\W*$/i.test(title) || !content)
    return false;
  const { filled, fill, distinct, name, organisation } = content;
  return filled > 1 && fill === 1 && distinct === filled && name >= 0.9 && organisation === 0;
}

function pairs(columns: Column[]): NameColumns[] {
  // "Nom du client" and "Prénom": only one half says whose it is.
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
    // "Name, Vorname" and "Nombre, Apellidos": the bare name is the half that is not said.
    const bare =
      ranked(columns, (column) => (mine(column) ? bareName(column) : 0))[0] ??
      ranked(columns, (column) => (given ? besideFirst(column, given.column) : 0))[0];
    const first = given ?? (family ? bare : undefined);
    const last = family ?? (given ? bare : undefined);
    if (last && first) {
      const lasts = bothSurnames(
        columns.filter((column) => says(column, "last") && mine(column)),
        last.column,
      );
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

/** A title that says "name" and neither half, over cells that hold only one of them: "Nom patient" beside "Prénom patient". */
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

/** "Assigned To" over people's names. */
function isAssigned(column: Column): boolean {
  return saysOnly(column, "assigned") && share(column, ({ name }) => name, 0) >= 0.7;
}

/** The driver's name, whole or in two columns. */
export function driverNames(columns: Column[]): NameColumns[] {
  const free = columns.filter(
    (column) =>
      (says(column, "driver") || isAssigned(column)) &&
      !saysAny(
        column,
        "phone",
        "mobile",
        "number",
        "email",
        "notes",
        "status",
        "price",
        "license",
        "date",
        "time",
        "type",
        "vehicle",
        "contact",
      ) &&
      share(column, ({ words }) => words) >= 0.5,
  );
  const whole = ranked(free, (column) => {
    if (saysAny(column, "first", "last")) return 0;
    if (!says(column, "driver")) return 0.5;
    const second = saysAny(column, "alt") ? 0.3 : 0;
    return (saysAny(column, "name", "assigned", "leading") ? 0.95 : 0.9) - Math.min(column.other, 3) * 0.05 - second;
  });
  const first = free.find((column) => says(column, "first"));
  const last = free.find((column) => says(column, "last"));
  const pair = first && last ? [{ columns: [first, last], score: 0.92 * (last.content?.filled === 0 ? 0.05 : 1) }] : [];
  return [...whole.map(({ column, score }) => ({ columns: [column], score })), ...pair].sort(
    (a, b) => b.score - a.score,
  );
}
