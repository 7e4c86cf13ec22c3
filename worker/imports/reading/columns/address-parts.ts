import { type Column, ranked, says, saysAny, saysOnly, share } from "./column.ts";

type Part = "venue" | "housenumber" | "street" | "address" | "unit" | "city" | "state" | "zip";

/**
 * The order in which the parts of an address are said, unless the
 * file has a number after its street or a zip before its city.
 */
const PARTS: Part[] = ["venue", "housenumber", "street", "address", "unit", "city", "state", "zip"];

const TURNED: [Part, Part][] = [
  ["housenumber", "street"],
  ["city", "zip"],
];

/** "Abholung Nr.": the number of a house, if the same side has a street beside it. */
export function isBareNumber(column: Column): boolean {
  return (
    saysOnly(column, "pickup", "dropoff", "number") &&
    says(column, "number") &&
    share(column, ({ count }) => count, 0) >= 0.5
  );
}

export function partOf(column: Column): Part {
  if (isBareNumber(column)) return "housenumber";
  if (saysAny(column, "zip")) return "zip";
  if (saysAny(column, "city")) return "city";
  if (saysAny(column, "state")) return "state";
  if (saysAny(column, "housenumber") || says(column, "street", "number")) return "housenumber";
  if (saysAny(column, "unit")) return "unit";
  if (saysAny(column, "venue", "hotel", "airport", "care", "name")) return "venue";
  if (saysAny(column, "street")) return "street";
  return "address";
}

/** One column for each part: the one whose title says the least else. */
export function composed(columns: Column[]): Column[] {
  const isVenue = (column: Column) => partOf(column) === "address" && namesPlaces(column, columns);
  const parts = PARTS.flatMap((part) => {
    const [best] = ranked(
      columns.filter((column) => (isVenue(column) ? "venue" : partOf(column)) === part),
      (column) => 1 - Math.min(column.other, 5) * 0.1 + (says(column, "full") ? 0.05 : 0) - column.said.size * 0.005,
    );
    if (!best || best.score <= 0.06) return [];
    return [best.column, ...columns.filter((column) => continues(column, best.column) && partOf(column) === part)];
  });
  const street = parts.find((column) => partOf(column) === "street");
  // A street beside a whole address repeats it, but a street beside the name of a place does not.
  const whole = parts.find((column) => partOf(column) === "address");
  if (!whole || !street) return inOrder(parts);
  if (share(whole, ({ digits }) => digits) >= 0.3) return inOrder(parts.filter((column) => column !== street));
  return [whole, ...inOrder(parts.filter((column) => column !== whole))];
}

/** "Pick Up Location" over the names of places, beside "Pick Up Address" with their streets. */
function namesPlaces(column: Column, columns: Column[]): boolean {
  const hasNumbers = (one: Column) => share(one, ({ digits }) => digits, 0) >= 0.8;
  const bare = share(column, ({ digits }) => digits) < 0.3 && (column.content?.filled ?? 0) > 0;
  return (
    bare &&
    !/\d/.test(column.title) &&
    columns.some((one) => one !== column && partOf(one) === "address" && hasNumbers(one))
  );
}

/** "Address 2" or "AddressLine1" after "Address": the title says the same except for a number, further on in the file. */
function continues(column: Column, first: Column): boolean {
  if (column.index <= first.index || !/\d/.test(column.title) || column.other !== first.other) return false;
  const [next, before] = [column, first].map(({ said }) => [...said].filter((concept) => concept !== "alt")); // "2"
  return next?.length === before?.length && saysOnly(column, ...first.said, "alt");
}

function inOrder(parts: Column[]): Column[] {
  const turned = [...parts];
  for (const [one, other] of TURNED) {
    const [i, j] = [one, other].map((part) => turned.findIndex((column) => partOf(column) === part));
    const [a, b] = [turned[i ?? -1], turned[j ?? -1]];
    if (a && b && b.index < a.index) [turned[i ?? 0], turned[j ?? 0]] = [b, a];
  }
  return turned;
}
