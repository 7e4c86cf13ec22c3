import { type Column, ranked, says, saysAny, saysOnly, share } from "./column.ts";
import { type NameColumns, pairs } from "./name-pairs.ts";
import { isPerson } from "./owners.ts";

/** Whole names, and pairs of first and last name, the best first. */
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

/**
 * "Event Name", "Manager name" and "Travel Agency" may not be the passenger, and neither may a client that is a company.
 */
function isDoubtful(column: Column): boolean {
  if (organisations(column) >= 0.3 || says(column, "arranger")) return true;
  if (isPerson(column) || saysAny(column, "customer", "contact") || !says(column, "name")) return false;
  return (column.other > 0 && !OF_THE_ONE_WHO_FILLS_IN.test(column.title)) || says(column, "trip");
}

/** "Your name", "What is your full name?": whoever fills in the form. On an airline's list, the crew rides. */
const OF_THE_ONE_WHO_FILLS_IN = /\b(?:your|crew)\b/i;

function organisations(column: Column): number {
  return share(column, ({ organisation }) => organisation, 0);
}

/** If all cells under a title such as "Client" are alike, they name who pays, not who rides. */
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
 * "Contact" with another person in each row, if nobody else is named: the person whom the company calls about the ride.
 * "Booking Contact", "Parent" and "Agency" are somebody else.
 */
function isOnlyContact({ title, content }: Column): boolean {
  if (!/^\W*(?:contact(?: ?(?:name|person))?|contacto|nom du contact|nombre de contacto)\W*$/i.test(title) || !content)
    return false;
  const { filled, fill, distinct, name, organisation } = content;
  return filled > 1 && fill === 1 && distinct === filled && name >= 0.9 && organisation === 0;
}
