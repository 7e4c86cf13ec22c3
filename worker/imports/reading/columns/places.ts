import { type Column, ranked, says, saysAny, saysOnly, share } from "./column.ts";

type Part = "venue" | "housenumber" | "street" | "address" | "unit" | "city" | "state" | "zip";

/** The order in which the parts of an address are said, unless the file has a number after its street or a zip before its city. */
const PARTS: Part[] = ["venue", "housenumber", "street", "address", "unit", "city", "state", "zip"];
const TURNED: [Part, Part][] = [
  ["housenumber", "street"],
  ["city", "zip"],
];

const NO_PLACE = [
  "phone",
  "mobile",
  "email",
  "notes",
  "date",
  "time",
  "datetime",
  "geo",
  "count",
  "price",
  "distance",
  "status",
  "driver",
  "vehicle",
  "contact",
  "flight",
  "airline",
  "terminal",
  "direction",
  "type",
  "ret",
  "created",
  "mobility",
  "member",
  "birth",
  "unrelated",
  "has",
  "airline",
];

/**
 * The columns of where a ride begins and where it goes, each in the order in which an address is said.
 * @param all every column of the file, also those that are something else already
 */
export function placeColumns(columns: Column[], all: Column[]): { pickup: Column[]; dropoff: Column[] } {
  const places = columns.filter((column) => !saysAny(column, ...NO_PLACE) && isPlace(column, columns));
  const sided = (side: "pickup" | "dropoff") => {
    const other = side === "pickup" ? "dropoff" : "pickup";
    return places.filter((column) => says(column, side) && !says(column, other));
  };
  const loose = places.filter(
    (column) =>
      !saysAny(
        column,
        "pickup",
        "dropoff",
        "passenger",
        "customer",
        "trip",
        "reservation",
        "booking",
        "confirmation",
        "order",
        "reference",
        "first",
        "last",
      ),
  );
  const pickup = composed(sided("pickup"));
  const dropoff = composed(sided("dropoff"));
  const stops = loose.filter(({ title }) => /\bstops?\b/i.test(title.replace(/_/g, " ")));
  const [start] = stops;
  const end = stops.at(-1);
  if (pickup.length === 0 && dropoff.length === 0 && start && end && start !== end)
    return { pickup: [start], dropoff: [end] };
  if (pickup.length === 0 && dropoff.length === 0 && areArrivals(all)) {
    return { pickup: [], dropoff: composed(loose.filter((column) => says(column, "hotel"))).slice(0, 1) };
  }
  return {
    pickup: pickup.length > 0 ? withLoose(pickup, loose, dropoff.length > 0) : unsided(loose, "pickup"),
    dropoff:
      dropoff.length > 0
        ? dropoff
        : unsided(
            loose.filter((column) => !pickup.includes(column)),
            "dropoff",
          ),
  };
}

/** A list of arrivals alone: who arrives at the airport is taken to their hotel. */
function areArrivals(columns: Column[]): boolean {
  const timed = columns.filter(
    (column) => share(column, ({ date, time, dateTime }) => date + time + dateTime, 0) >= 0.5,
  );
  return (
    timed.some((column) => says(column, "arrival")) &&
    !timed.some((column) => saysAny(column, "pickup", "departure", "ret"))
  );
}

function isPlace(column: Column, columns: Column[]): boolean {
  if (isBareNumber(column)) return columns.some((street) => says(street, "street") && besides(street, column));
  if (saysAny(column, "number") && !saysAny(column, "housenumber", "street", "address")) return false;
  const part = partOf(column);
  if (part === "housenumber" || part === "zip") return share(column, ({ digits }) => digits) >= 0.5;
  if (part === "unit") return true;
  return (
    share(column, ({ words }) => words) >= 0.5 &&
    share(column, ({ phone }) => phone, 0) < 0.5 &&
    share(column, ({ date, dateTime, time }) => date + dateTime + time, 0) < 0.4
  );
}

/** "Abholung Nr.": the number of a house, where the same side has a street beside it. */
function isBareNumber(column: Column): boolean {
  return (
    saysOnly(column, "pickup", "dropoff", "number") &&
    says(column, "number") &&
    share(column, ({ count }) => count, 0) >= 0.5
  );
}

function besides(street: Column, column: Column): boolean {
  const sameSide =
    says(street, "pickup") === says(column, "pickup") && says(street, "dropoff") === says(column, "dropoff");
  return sameSide && Math.abs(street.index - column.index) === 1;
}

function partOf(column: Column): Part {
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

/** One column of each part, the one whose title says the least else. */
function composed(columns: Column[]): Column[] {
  const parts = PARTS.flatMap((part) => {
    const [best] = ranked(
      columns.filter((column) => partOf(column) === part),
      (column) => 1 - Math.min(column.other, 5) * 0.1 + (says(column, "full") ? 0.05 : 0) - column.said.size * 0.005,
    );
    if (!best || best.score <= 0.06) return [];
    return [best.column, ...columns.filter((column) => continues(column, best.column) && partOf(column) === part)];
  });
  const street = parts.find((column) => partOf(column) === "street");
  // A street beside a whole address says the same twice, but not beside the name of a place.
  const whole = parts.find((column) => partOf(column) === "address");
  if (!whole || !street) return inOrder(parts);
  if (share(whole, ({ digits }) => digits) >= 0.3) return inOrder(parts.filter((column) => column !== street));
  return [whole, ...inOrder(parts.filter((column) => column !== whole))];
}

/** "Address 2" after "Address 1": the same title but for its number, further on in the file. */
function continues(column: Column, first: Column): boolean {
  const bare = ({ title }: Column) =>
    title
      .toLowerCase()
      .replace(/\d+/g, "")
      .replace(/\bline\b|[^\p{L}]/gu, "");
  return column.index > first.index && column.title !== first.title && bare(column) === bare(first);
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

/** "PU Address" with "City" after it, where the drop-off has parts of its own or none. */
function withLoose(pickup: Column[], loose: Column[], dropoffIsSided: boolean): Column[] {
  if (!dropoffIsSided || pickup.some((column) => partOf(column) === "city")) return pickup;
  const last = pickup.at(-1)?.index ?? 0;
  const next = loose.filter(
    (column) => ["unit", "city", "state", "zip"].includes(partOf(column)) && saysOnly(column, partOf(column)),
  );
  const beside = next.filter((column, i) => column.index === last + 1 + i);
  return composed([...pickup, ...beside]);
}

/** Titles that name no side: an address or a hotel is where the passenger is, a school or a clinic where they go. */
function unsided(loose: Column[], side: "pickup" | "dropoff"): Column[] {
  const wanted = side === "pickup" ? ["address", "street", "unit", "city", "zip", "housenumber"] : ["care"];
  const own = loose.filter((column) => saysAny(column, ...wanted) && !(side === "pickup" && saysAny(column, "care")));
  if (own.length > 0)
    return composed(own.filter((column) => !saysAny(column, "state") || own.some((one) => saysAny(one, "city"))));
  return side === "pickup" ? composed(loose.filter((column) => says(column, "hotel"))).slice(0, 1) : [];
}
