import { composed, isBareNumber, partOf } from "./address-parts.ts";
import { type Column, says, saysAny, saysOnly, share } from "./column.ts";

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
 * The columns that say where a ride begins and where it goes, each in the order in which an address is said.
 * @param all every column of the file, including those that are already something else
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

/** Whether the list has only arrivals: whoever arrives at the airport is taken to their hotel. */
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

function besides(street: Column, column: Column): boolean {
  const sameSide =
    says(street, "pickup") === says(column, "pickup") && says(street, "dropoff") === says(column, "dropoff");
  return sameSide && Math.abs(street.index - column.index) === 1;
}

/** "PU Address" followed by "City", if the drop-off has parts of its own or none. */
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
