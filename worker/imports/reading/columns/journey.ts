import { type Column, ranked, type Scored, says, saysAny, saysOnly, share } from "./column.ts";

/** The flight, with its airline if that has a column of its own. */
export function flightColumns(columns: Column[]): Column[] {
  const free = columns.filter(
    (column) =>
      (!saysAny(column, "date", "time", "status", "phone", "terminal", "email", "created") &&
        // 710 under "Flight" is not ten past seven.
        share(column, ({ clock, dateTime, date }) => clock + dateTime + date, 0) < 0.6) ||
      (says(column, "flight") && saysAny(column, "number")),
  );
  const flight = ranked(free, (column) => {
    if (!says(column, "flight") || saysAny(column, "date", "time", "terminal", "status")) return 0;
    return (
      0.9 +
      (saysAny(column, "notes", "info") ? 0.06 : 0) +
      (says(column, "number") ? 0.03 : 0) -
      Math.min(column.other, 3) * 0.05
    );
  })[0]?.column;
  if (!flight || saysAny(flight, "notes", "info") || says(flight, "airline")) return flight ? [flight] : [];
  const airline = ranked(free, (column) =>
    says(column, "airline") && !saysAny(column, "number", "flight", "phone") ? 0.9 : 0,
  )[0]?.column;
  const lettered = share(flight, (content) => content.words, 0) > 0.5;
  return airline && !lettered ? [airline, flight] : [flight];
}

export function terminalColumns(columns: Column[]): Scored[] {
  return ranked(columns, (column) => {
    if (
      !says(column, "terminal") ||
      saysAny(column, "phone", "date", "time") ||
      (column.title.toLowerCase().includes("port") && !says(column, "airport"))
    )
      return 0;
    return 0.9 - Math.min(column.other, 3) * 0.05;
  });
}

export function vehicleColumns(columns: Column[]): Scored[] {
  return ranked(columns, (column) => {
    const vehicle = says(column, "vehicle") || (saysOnly(column, "unit", "number") && /\bunit\b/i.test(column.title));
    if (
      !vehicle ||
      (says(column, "license") && !/call ?sign/i.test(column.title)) ||
      share(column, ({ mobility }) => mobility, 0) >= 0.8 ||
      saysAny(
        column,
        "phone",
        "mobile",
        "price",
        "notes",
        "date",
        "time",
        "count",
        "pickup",
        "dropoff",
        "status",
        "contact",
      )
    )
      return 0;
    const kind = saysAny(column, "type", "requested", "mobility") ? 0.4 : 0;
    return (
      0.9 +
      (saysAny(column, "assigned", "leading") ? 0.05 : 0) +
      (says(column, "name") ? 0.02 : 0) -
      kind -
      Math.min(column.other, 3) * 0.05
    );
  });
}

export function directionColumns(columns: Column[]): Scored[] {
  return ranked(columns, (column) => {
    if (saysAny(column, "vehicle", "price", "passenger", "mobility", "count", "date", "time")) return 0;
    const directed = share(column, ({ direction }) => direction, 0);
    if (share(column, ({ words }) => words) < 0.3) return 0; // "# of one-way trips"
    if (says(column, "direction")) return 0.9;
    if (directed >= 0.7 && saysAny(column, "type", "trip", "arrival", "departure", "pickup", "route")) return 0.8;
    if (column.content && column.content.filled > 0 && directed < 0.5) return 0;
    return says(column, "trip") && /t[iy]p/i.test(column.title)
      ? 0.6
      : saysOnly(column, "trip") && /service|servicio/i.test(column.title)
        ? 0.5
        : 0;
  });
}
