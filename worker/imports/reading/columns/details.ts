import { type Column, ranked, says, saysAny, saysOnly, share } from "./column.ts";

/** How many people travel: one column, or adults and children, which are added up. */
export function countColumns(columns: Column[]): Column[] {
  const counted = columns.filter(
    (column) =>
      !saysAny(
        column,
        "phone",
        "name",
        "special",
        "type",
        "price",
        "mobility",
        "notes",
        "date",
        "vehicle",
        "driver",
        "alt",
      ) && share(column, ({ digits }) => digits) >= 0.5,
  );
  const [best] = ranked(counted, (column) => {
    if (saysAny(column, "adults", "children")) return 0;
    if (says(column, "count")) return (saysOnly(column, "count") ? 0.96 : 0.9) - Math.min(column.other, 3) * 0.05;
    if (says(column, "passenger", "number") && !/(?:\b|_)(?:id|key|code)\b/i.test(column.title))
      return share(column, ({ count }) => (count >= 0.8 ? 0.85 : 0), 0);
    return 0;
  });
  if (best) return [best.column];
  return ["adults", "children"].flatMap((who) => counted.find((column) => says(column, who)) ?? []);
}

/** What the passenger or the office noted about the ride. */
export function noteColumns(columns: Column[]): Column[] {
  const noted = columns.filter(
    (column) =>
      (saysAny(column, "notes", "extras") ||
        saysOnly(column, "info", "special", "alt", "trip", "reservation", "booking")) &&
      !saysOnly(column, "alt") &&
      share(column, ({ direction }) => direction, 0) < 0.7 &&
      !saysAny(
        column,
        "flight",
        "price",
        "has",
        "phone",
        "mobile",
        "email",
        "date",
        "time",
        "number",
        "status",
        "contact",
        "vehicle",
        "address",
        "dropoff",
      ),
  );
  const usual = ranked(
    noted.filter((column) => !says(column, "pickup")),
    (column) => {
      const own = saysOnly(
        column,
        "notes",
        "info",
        "special",
        "trip",
        "reservation",
        "booking",
        "passenger",
        "customer",
        "count",
        "alt",
      )
        ? 0.95
        : 0.8;
      return (
        own +
        (says(column, "special") ? 0.02 : 0) -
        (saysAny(column, "internal", "staff") ? 0.2 : 0) -
        (says(column, "extras") && !says(column, "notes") ? 0.3 : 0) -
        (says(column, "driver") ? 0.05 : 0) -
        Math.min(column.other, 3) * 0.05
      );
    },
  );
  const [best] = usual;
  const sided = columns.filter(
    (column) =>
      says(column, "notes") &&
      saysAny(column, "pickup", "dropoff") &&
      !saysAny(column, "phone", "address", "date", "time"),
  );
  if (best && best.score > 0.1) return [best.column];
  return sided.sort((a, b) => Number(says(a, "dropoff")) - Number(says(b, "dropoff")));
}
