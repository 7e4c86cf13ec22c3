import { nameKey } from "../../reservations/name.ts";
import { type Column, readColumns, type Scored, says } from "./columns/column.ts";
import { countColumns, noteColumns } from "./columns/details.ts";
import { driverNames } from "./columns/driver-names.ts";
import { rosterDays, rosterNames, rosterPhones } from "./columns/drivers.ts";
import { directionColumns, flightColumns, terminalColumns, vehicleColumns } from "./columns/journey.ts";
import type { NameColumns } from "./columns/name-pairs.ts";
import { passengerNames } from "./columns/names.ts";
import { numberColumns } from "./columns/numbers.ts";
import { isPerson } from "./columns/owners.ts";
import { driverPhones, phoneColumns } from "./columns/phones.ts";
import { placeColumns } from "./columns/places.ts";
import { statusColumns } from "./columns/statuses.ts";
import { timeColumns } from "./columns/times.ts";
import { type FieldOf, type Kind, lackingFields } from "./fields.ts";

/** The columns that a field is read from, by their position. Two for date and time, or first and last name. */
export type Mapping<K extends Kind> = Partial<Record<FieldOf[K], number[]>>;

/** A field that more than one column fits. */
export type Doubt<Field> = { field: Field; columns: string[] };

export type Recognised<K extends Kind> = {
  mapping: Mapping<K>;
  /** "likely": the title says it only loosely, or another column fits nearly as well. Show it before trusting it. */
  certainty: Partial<Record<FieldOf[K], "certain" | "likely">>;
  /** What only the operator can decide: two columns that may equally be the pick-up time. */
  doubts: Doubt<FieldOf[K]>[];
  /** Columns that a field could also have been read from, though another one fits better. */
  alternatives: Doubt<FieldOf[K]>[];
  unused: string[];
  missing: { field: FieldOf[K]; message: string }[];
};

/** What each column of a list is, judged by its title and its cells. The order of the columns does not matter. */
export function recogniseColumns<K extends Kind>(kind: K, titles: string[], rows: string[][] = []): Recognised<K> {
  const columns = readColumns(titles, rows);
  const found = kind === "drivers" ? rosterFields(columns) : rideFields(columns);
  const used = new Set(Object.values(found.fields).flatMap((one) => one.columns.map(({ index }) => index)));
  const entries = Object.entries(found.fields);
  // The fields are those of this kind.
  return {
    mapping: Object.fromEntries(entries.map(([field, one]) => [field, one.columns.map(({ index }) => index)])),
    certainty: Object.fromEntries(entries.map(([field, one]) => [field, isCertain(one) ? "certain" : "likely"])),
    doubts: found.doubts,
    alternatives: found.alternatives,
    unused: titles.filter((_, index) => !used.has(index)),
    missing: missingFields(kind, new Set(Object.keys(found.fields))),
  } as Recognised<K>;
}

const CERTAIN = 0.75;
function isCertain({ columns, score }: FoundField): boolean {
  return score >= CERTAIN && columns.every(({ other }) => other === 0);
}

const NEAR = 0.02; // scores that are this close decide nothing

type FoundField = { columns: Column[]; score: number };
type Fields = Record<string, FoundField>;
type Found = { fields: Fields; doubts: Doubt<string>[]; alternatives: Doubt<string>[] };

function rideFields(columns: Column[]): Found {
  const found: Found = { fields: {}, doubts: [], alternatives: [] };
  const left = () => free(columns, found);
  for (const [field, { columns: times, score, rivals }] of Object.entries(timeColumns(columns))) {
    if (rivals.length > 0) doubt(found, field, [...times.slice(-1), ...rivals]);
    else found.fields[field] = { columns: times, score };
  }
  const { pickup, dropoff } = placeColumns(left(), columns);
  take(found, "pickup_address", pickup);
  take(found, "dropoff_location", dropoff);
  const phones = phoneColumns(left());
  take(
    found,
    "telephone",
    phones.map(({ column }) => column),
    phones[0]?.score,
  );
  takeNames(found, "driver_assigned", driverNames(left()));
  takeBest(found, "driver_phone", driverPhones(left()), 0.3);
  takeNames(found, "customer_name", passengerNames(left()));
  doubtNameOfPlace(found);
  takeBest(found, "confirmation_number", numberColumns(left()), 0.42);
  takeStatus(found, left());
  take(found, "num_passengers", countColumns(left()));
  take(found, "special_instructions", noteColumns(left()));
  take(found, "flight_info", flightColumns(left()));
  takeBest(found, "terminal", terminalColumns(left()), 0.3);
  takeBest(found, "vehicle_assigned", vehicleColumns(left()), 0.3);
  takeBest(found, "direction", directionColumns(left()), 0.3);
  return found;
}

function rosterFields(columns: Column[]): Found {
  const found: Found = { fields: {}, doubts: [], alternatives: [] };
  const phones = rosterPhones(columns);
  take(
    found,
    "phone",
    phones.map(({ column }) => column),
    phones[0]?.score,
  );
  // A list of drivers has their names, or says so row by row.
  takeNames(found, "name", rosterNames(free(columns, found)), 0);
  takeBest(found, "available_days", rosterDays(free(columns, found)), 0.3);
  return found;
}

function free(columns: Column[], { fields }: Found): Column[] {
  const used = new Set(Object.values(fields).flatMap((one) => one.columns));
  return columns.filter((column) => !used.has(column));
}

function take({ fields }: Found, field: string, columns: Column[], score = 0.9): void {
  if (columns.length > 0) fields[field] = { columns, score };
}

function takeBest(found: Found, field: string, [best, next]: Scored[], least: number): void {
  if (!best || best.score < least) return;
  const rival = next && best.score - next.score < NEAR && bothFilled(best.column, next.column) ? next : null;
  found.fields[field] = { columns: [best.column], score: rival ? CERTAIN - 0.1 : best.score };
  if (rival) found.alternatives.push({ field, columns: [best.column.title, rival.column.title] });
}

function takeStatus(found: Found, columns: Column[]): void {
  const { columns: taken, score, rival } = statusColumns(columns);
  take(found, "status", taken, score);
  const [first] = taken;
  if (first && rival && bothFilled(first, rival)) {
    found.alternatives.push({ field: "status", columns: [first.title, rival.title] });
  }
}

function takeNames(found: Found, field: string, [best, next]: NameColumns[], least = 0.25): void {
  if (!best || best.score < least) return;
  const one = best.columns[0];
  const other = next?.columns[0];
  // Where no title says who rides, "Name" beside "Customer" may be either, if they are different people.
  const apart = best.columns.some(isPerson) || field !== "customer_name" ? 0.005 : 0.1;
  if (best.doubtful) doubt(found, field, best.columns);
  else if (next && one && other && one !== other && best.score - next.score < apart && bothFilled(one, other)) {
    if (apart > 0.005 && areAlike(best.columns, next.columns)) found.fields[field] = best;
    else doubt(found, field, [one, other]);
  } else found.fields[field] = best;
}

/** "Pickup Name" in a list that names no passenger: a place, or whoever is picked up there. */
function doubtNameOfPlace(found: Found): void {
  const isKnown = found.fields.customer_name || found.doubts.some(({ field }) => field === "customer_name");
  const place = found.fields.pickup_address;
  const named = place?.columns.find((column) => says(column, "name") && mayBePeople(column));
  if (isKnown || !place || !named) return;
  place.columns = place.columns.filter((column) => column !== named);
  doubt(found, "customer_name", [named]);
}

function mayBePeople({ content }: Column): boolean {
  return content !== null && content.filled > 0 && content.name >= 0.9 && content.organisation < 0.3;
}

function doubt({ doubts }: Found, field: string, columns: Column[]): void {
  doubts.push({ field, columns: columns.map(({ title }) => title) });
}

/** Whether two names are the same person's in most rows, whole or in parts. */
function areAlike(one: Column[], other: Column[]): boolean {
  const [these, those] = [wordsOf(one), wordsOf(other)];
  const rows = [...these.keys()].filter((row) => these[row] !== "" && those[row] !== "");
  return rows.filter((row) => sharesWord(these[row] ?? "", those[row] ?? "")).length * 2 >= rows.length;
}

function wordsOf(columns: Column[]): string[] {
  const cells = columns.map(({ content }) => content?.cells.split("\n") ?? []);
  return (cells[0] ?? []).map((_, row) =>
    cells
      .map((column) => column[row] ?? "")
      .join(" ")
      .trim(),
  );
}

function sharesWord(one: string, other: string): boolean {
  const words = nameKey(other).split(" ");
  return nameKey(one)
    .split(" ")
    .some((word) => words.includes(word));
}

function bothFilled(one: Column, other: Column): boolean {
  return [one, other].every(({ content }) => content !== null && content.filled > 0);
}

/** The required fields that have no column, each with what to look for. */
export function missingFields<K extends Kind>(
  kind: K,
  found: { has(field: string): boolean },
): Recognised<K>["missing"] {
  return lackingFields(kind, found).map(({ field, what }) => ({
    field: field as FieldOf[K], // of the table of this very kind
    message: `No column was recognised as ${field.replaceAll("_", " ")}: the list needs ${what}.`,
  }));
}
