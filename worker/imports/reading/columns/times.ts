import { type Column, ranked, type Scored, says, saysAny, share } from "./column.ts";
import { arrivalsOfRides } from "./ride-ends.ts";
import { hasBoth, hasClock, hasDay, isHalf, isPlanned } from "./time-cells.ts";
import {
  appointmentDay,
  appointmentRank,
  arrivalRank,
  dropoffRank,
  flightRank,
  pickupDay,
  pickupRank,
} from "./time-ranks.ts";

export type TimeField = "pickup_time" | "appointment_time" | "dropoff_time" | "flight_time";
export type FoundTime = { columns: Column[]; score: number /** Another column that fits as well. */; rivals: Column[] };

/** The columns of the pick-up, the appointment, the drop-off and the flight: each a date and a time, or both in one. */
export function timeColumns(columns: Column[]): Partial<Record<TimeField, FoundTime>> {
  const planned = columns.filter(isPlanned);
  const arrivals = arrivalsOfRides(planned);
  const times = planned.filter((column) => !arrivals.includes(column));
  const found: Partial<Record<TimeField, FoundTime>> = {};
  const flights = columns.filter((column) => saysAny(column, "flight", "airline") && !times.includes(column));
  const pickup =
    together(ranked(times.filter(hasClock), pickupRank), columns, pickupDay) ??
    together(ranked(times.filter(hasClock), arrivalRank), columns, pickupDay);
  if (pickup) found.pickup_time = pickup;
  const appointment = together(ranked(times.filter(hasClock), appointmentRank), columns, appointmentDay);
  if (appointment) found.appointment_time = appointment;
  const later = times.filter((column) => hasClock(column) && !pickup?.columns.includes(column));
  const dropoff = together(
    ranked([...later, ...arrivals], (one) => (arrivals.includes(one) ? 0.85 : dropoffRank(one))),
    columns,
    (one) => (says(one, "dropoff") ? 0.9 : 0),
  );
  if (dropoff) found.dropoff_time = dropoff;
  const arrives = pickup?.columns.some((column) => says(column, "arrival")); // then a departure is the flight home
  const others = times.filter(
    (column) => hasClock(column) && !pickup?.columns.includes(column) && !(arrives && says(column, "departure")),
  );
  const flight = together(
    ranked(others, (one) => flightRank(one, flights)),
    columns,
    (one) => (says(one, "flight") ? 0.9 : 0),
  );
  if (flight) found.flight_time = flight;
  if (!pickup && !appointment) {
    const [day] = ranked(times.filter(hasDay), pickupDay);
    if (day) found.pickup_time = { columns: [day.column], score: day.score * 0.9, rivals: [] };
  }
  return found;
}

const OWN_DAY = 0.9; // of a day whose title names the ride

/** The best clock with the day that belongs to it. A column that holds both needs no other. */
function together(clocks: Scored[], columns: Column[], dayRank: (column: Column) => number): FoundTime | null {
  const [best] = clocks;
  const times = columns.filter(isPlanned);
  if (!best) return null;
  const rivals = clocks
    .slice(1)
    .filter(
      ({ column, score }) =>
        best.score - score < 0.01 && differs(best.column, column) && !isLater(best.column, column, columns),
    );
  const found = { score: best.score, rivals: rivals.map(({ column }) => column) };
  const [day] = ranked(
    times.filter((column) => column !== best.column && hasDay(column)),
    // A day that is written with a midnight comes last, and a day of the same leg comes first.
    (column) => dayRank(column) * (hasBoth(column) ? 0.9 : 1) + (isOfOneLeg(best.column, column) ? 0.01 : 0),
  );
  // A time that includes its day needs no other column, but if there is one, both must name the same day.
  const needed = day && (!hasBoth(best.column) || (day.score >= OWN_DAY && !saysAny(best.column, "date", "datetime")));
  const half = columns.find((column) => isHalf(column) && column.index === best.column.index + 1);
  return { ...found, columns: [...(needed ? [day.column] : []), best.column, ...(half ? [half] : [])] };
}

/** Whether the other time is the departure after this arrival, when both flights of a round trip are in one row. */
function isLater(first: Column, other: Column, columns: Column[]): boolean {
  const isWhole = [first, other].every((column) => share(column, ({ fill }) => fill, 0) >= 0.9);
  const fly = columns.some((column) => says(column, "flight"));
  return isWhole && fly && says(first, "arrival") && says(other, "departure");
}

function isOfOneLeg(clock: Column, day: Column): boolean {
  return ["arrival", "departure"].some((leg) => says(clock, leg) && says(day, leg));
}

function differs(one: Column, other: Column): boolean {
  if (one.content?.cells === other.content?.cells) return false;
  return share(one, ({ filled }) => filled, 0) > 0 && share(other, ({ filled }) => filled, 0) > 0;
}
