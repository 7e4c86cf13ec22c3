import { type Column, ranked, says, saysAny, saysOnly, share } from "./column.ts";
import type { NameColumns } from "./name-pairs.ts";

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
      share(column, ({ words }) => words) >= 0.5 &&
      share(column, ({ yesNo }) => yesNo, 0) < 0.5, // "Assigned" over "Yes"
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
