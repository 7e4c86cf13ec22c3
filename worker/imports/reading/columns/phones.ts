import { type Column, ranked, type Scored, says, saysAny, saysOnly, share } from "./column.ts";
import { isPerson, isTripContact } from "./owners.ts";

const STRANGERS = ["contact", "kin", "staff", "email", "unrelated", "dropoff", "license", "price"];

/**
 * The columns of telephone numbers: the passenger's own mobile first, then other numbers, then those of whoever booked.
 */
export function phoneColumns(columns: Column[]): Scored[] {
  const titled = ranked(columns, (column) => {
    if (
      saysAny(
        column,
        "driver",
        "email",
        "unrelated",
        "venue",
        "care",
        "hotel",
        "license",
        "created",
        "status",
        "staff",
        "vehicle",
      )
    )
      return 0;
    if (
      !saysAny(column, "phone", "mobile") &&
      !(says(column, "contact") && share(column, ({ phone }) => phone, 0) >= 0.5 && !says(column, "name")) &&
      !isBareNumber(column)
    )
      return 0;
    if (saysAny(column, "name", "first", "last", "date", "type", "notes", "count") && !isPerson(column)) return 0;
    // A "Phone" column without numbers holds something the operator must see, but it never comes before one with numbers.
    return (phoneRank(column) - Math.min(column.other, 3) * 0.03) * (phones(column) < 0.3 ? 0.1 : 1);
  });
  if (titled.length > 0 || columns.every(({ content }) => content === null)) return titled;
  const alike = columns.filter(
    (column) =>
      share(column, ({ phone }) => phone, 0) >= 0.8 &&
      !saysAny(
        column,
        ...STRANGERS,
        "driver",
        "venue",
        "date",
        "time",
        "trip",
        "booking",
        "order",
        "reservation",
        "confirmation",
      ),
  );
  return ranked(alike, () => 0.5);
}

/** The telephone of the driver, in a list of rides. */
export function driverPhones(columns: Column[]): Scored[] {
  return ranked(columns, (column) => {
    if (!says(column, "driver") || saysAny(column, "kin", "email", "name", "status", "type", "date", "time", "notes"))
      return 0;
    if (
      !saysAny(column, "phone", "mobile") &&
      !(says(column, "contact") && share(column, ({ phone }) => phone, 0) >= 0.5)
    )
      return 0;
    if (share(column, ({ phone }) => phone) < 0.3) return 0;
    return (
      0.9 + (says(column, "mobile") ? 0.03 : 0) - (says(column, "alt") ? 0.2 : 0) - Math.min(column.other, 3) * 0.03
    );
  });
}

function phoneRank(column: Column): number {
  const mobile = says(column, "mobile") ? 0.02 : 0;
  const other = saysAny(column, "alt") ? 0.2 : 0;
  if (isTripContact(column)) return 0.85 + mobile - other;
  if (says(column, "dropoff")) return 0;
  if (saysAny(column, "contact", "kin")) return 0.4 + mobile - other / 2;
  if (says(column, "pickup")) return 0.5 + mobile;
  if (isPerson(column)) return (says(column, "passenger") ? 0.97 : 0.93) + mobile - other;
  return (says(column, "customer") ? 0.89 : 0.9) + mobile - other;
}

/** "Home Number", "Passenger Number": nothing but telephones under a title that only says whose or which number. */
function isBareNumber(column: Column): boolean {
  return (
    saysAny(column, "alt", "passenger") &&
    saysOnly(column, "alt", "number", "passenger", "count", "address", "venue", "unit") &&
    says(column, "number") &&
    share(column, ({ phone }) => phone, 0) >= 0.8
  );
}

function phones(column: Column): number {
  return share(column, ({ phone }) => phone);
}
