import { type Column, ranked, type Scored, says, saysAny, saysOnly, share } from "./column.ts";

const OTHERS = [
  "phone",
  "mobile",
  "email",
  "date",
  "time",
  "datetime",
  "price",
  "driver",
  "vehicle",
  "flight",
  "unrelated",
  "license",
  "count",
  "status",
  "type",
  "notes",
  "geo",
  "zip",
  "city",
  "first",
  "last",
  "has",
  "distance",
  "birth",
];

/** The number by which a booking is known. A serial number or a membership number is not one. */
export function numberColumns(columns: Column[]): Scored[] {
  return ranked(columns, (column) => {
    if (
      saysAny(
        column,
        ...OTHERS,
        "passenger",
        "customer",
        "member",
        "pickup",
        "dropoff",
        "direction",
        "address",
        "street",
        "airline",
        "terminal",
        "mobility",
      )
    )
      return 0;
    const { content } = column;
    if (content && content.filled > 0) {
      if (
        content.date + content.dateTime > 0.5 ||
        content.email > 0.5 ||
        content.digits < 0.3 ||
        content.identifier < 0.3 ||
        (content.phone > 0.9 && !saysAny(column, "confirmation", "reservation", "booking", "trip", "order"))
      )
        return 0;
    }
    const serial =
      share(column, ({ serial: counts }) => (counts ? 1 : 0), 0) === 1
        ? saysAny(column, "confirmation", "reservation", "booking")
          ? 0.8
          : 0.3
        : 1;
    const repeated = saysAny(column, "confirmation", "reservation", "booking") ? 0.8 : 0.4; // a van has one for all
    const unique = share(column, ({ distinct, filled }) => (filled < 3 || distinct / filled >= 0.3 ? 1 : repeated));
    const uuid = share(column, ({ uuid: share }) => (share > 0.5 ? 0.8 : 1));
    // A partner's number helps if the list has none of the company's own.
    const whose = saysAny(column, "contact", "staff") ? 0.7 : 1;
    return numberRank(column) * whose * serial * unique * uuid - Math.min(column.other, 3) * 0.02;
  });
}

function numberRank(column: Column): number {
  if (saysAny(column, "created", "record"))
    return says(column, "number") && !saysAny(column, "date", "time") ? 0.45 : 0; // "Record Id", "Submission ID"
  const numbered = saysAny(column, "number", "reference") || column.said.size === 1;
  if (saysAny(column, "route", "list"))
    return saysAny(column, "trip") && numbered ? 0.45 : namesEachRow(column) ? 0.43 : 0;
  if (says(column, "confirmation")) return 1;
  if (says(column, "reservation")) return numbered ? 0.96 : 0.9;
  if (says(column, "booking")) return numbered ? 0.94 : 0.88;
  if (says(column, "trip", "name")) return share(column, ({ identifier }) => identifier, 0) >= 0.9 ? 0.6 : 0;
  if (says(column, "trip") && share(column, ({ identifier }) => identifier) < 0.7) return 0;
  if (says(column, "trip") && (saysAny(column, "number", "reference") || column.said.size === 1)) return 0.9;
  if (says(column, "appointment", "number")) return 0.84;
  if (says(column, "reference")) return 0.82;
  if (says(column, "order")) return 0.8;
  if (says(column, "invoice")) return 0.6;
  if (saysOnly(column, "number")) return 0.5;
  return namesEachRow(column) ? 0.44 : 0;
}

/** "Authorization #", "Run ID": another kind of number, used if nothing better tells the rows apart. */
function namesEachRow(column: Column): boolean {
  if (!says(column, "number") || column.said.size + column.other > 2) return false;
  return (
    share(
      column,
      ({ distinct, filled, fill, identifier }) => (distinct === filled && fill === 1 ? identifier : 0),
      0,
    ) >= 0.9
  );
}
