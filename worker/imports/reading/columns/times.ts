import { dayNumber } from "../calendar-days.ts";
import { parseMoment } from "../parse-moment.ts";
import { type Column, ranked, type Scored, says, saysAny, saysOnly, share } from "./column.ts";
import type { Content } from "./content.ts";

export type TimeField = "pickup_time" | "appointment_time" | "dropoff_time" | "flight_time";
export type FoundTime = { columns: Column[]; score: number /** Another column that fits as well. */; rivals: Column[] };

/** When something else was done than the ride: when it was booked, when the car left its garage. */
const NOT_PLANNED = [
  "created",
  "actual",
  "birth",
  "price",
  "distance",
  "email",
  "license",
  "unrelated",
  "phone",
  "mobile",
  "notes",
  "weekday",
  "count",
  "vehicle",
  "driver",
  "zip",
  "city",
  "willcall",
  "member",
  "staff",
  "approval",
  "ended",
];

/** The columns of the pick-up, the appointment, the drop-off and the flight, each a date and a time or both in one. */
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
  const others = times.filter((column) => hasClock(column) && !pickup?.columns.includes(column));
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

/**
 * "Departure 9:00, Arrival 10:30": where each ride departs some hours before it arrives, the arrival is its end. A flight
 * that arrives is fetched, and departs on another day or later on the same one.
 */
function arrivalsOfRides(times: Column[]): Column[] {
  const departures = times.filter((column) => says(column, "departure") && !says(column, "flight"));
  return times.filter(
    (column) =>
      says(column, "arrival") &&
      !says(column, "flight") &&
      departures.some((departure) => isHoursBefore(departure, column)),
  );
}

const LONGEST_RIDE = 12 * 60; // minutes

function isHoursBefore(departure: Column, arrival: Column): boolean {
  const starts = minutesOf(departure);
  const ends = minutesOf(arrival);
  const both = starts.flatMap((start, i) => {
    const end = ends[i];
    return start === null || end === null || end === undefined ? [] : [end - start];
  });
  return both.length > 0 && both.every((length) => length > 0 && length <= LONGEST_RIDE);
}

function minutesOf({ content }: Column): (number | null)[] {
  return (content?.cells.split("\n") ?? []).map((text) => {
    const { date, minute } = parseMoment(text) ?? { date: null, minute: null };
    return minute === null || (date && !("year" in date)) ? minute : minute + (date ? dayNumber(date) * 1440 : 0);
  });
}

function isPlanned(column: Column): boolean {
  return !saysAny(column, ...NOT_PLANNED) && !isStamp(column) && isTimely(column) && !isHalf(column);
}

/** A time stamp says when something was noted down, unless it says that it is the ride's. */
function isStamp(column: Column): boolean {
  return says(column, "stamp") && (!saysAny(column, "pickup", "dropoff", "scheduled") || says(column, "requested"));
}

function isHalf(column: Column): boolean {
  const untitled = column.said.size === 0 || saysOnly(column, "time");
  return untitled && share(column, ({ halfOfDay }) => halfOfDay, 0) > 0.5;
}

/** Of what is unreadable nothing can be told but what its title says. */
function unreadable({ content }: Column): boolean {
  return !content || content.date + content.time + content.dateTime + content.open + content.serialDate === 0;
}

/** Dates and times are told by what stands in the cells; where the title says so too, few of them are enough. */
function isTimely(column: Column): boolean {
  const titled = saysAny(column, "date", "time", "datetime", "appointment");
  if (unreadable(column)) {
    const bare = !column.content || column.content.filled === 0;
    return bare
      ? titled || saysOnly(column, "pickup", "scheduled")
      : saysAny(column, "pickup", "dropoff", "flight", "appointment") && saysAny(column, "date", "time", "datetime");
  }
  if (says(column, "number") && !titled) return false;
  return (
    timely(column, ({ date, time, dateTime, open }) => date + time + dateTime + open) + serialDays(column) >=
    (titled ? 0.1 : saysAny(column, "address", "street") ? 0.8 : 0.4)
  );
}

function hasClock(column: Column): boolean {
  if (unreadable(column)) {
    return saysAny(column, "time", "datetime", "appointment") || says(column, "scheduled", "pickup");
  }
  const clocks = timely(column, ({ time, dateTime, open }) => time + dateTime + open);
  const days = timely(column, ({ date }) => date) + serialDays(column);
  return clocks >= 0.4 || (saysAny(column, "time", "datetime") && clocks > 0 && clocks >= days);
}

function hasDay(column: Column): boolean {
  if (unreadable(column)) return saysAny(column, "date", "datetime");
  const days = timely(column, ({ date, dateTime }) => date + dateTime) + serialDays(column);
  return days >= 0.4 || (saysAny(column, "date", "datetime") && days > 0);
}

function hasBoth(column: Column): boolean {
  if (unreadable(column)) return says(column, "date", "time") || says(column, "datetime");
  const both = timely(column, ({ dateTime }) => dateTime);
  return both >= 0.4 || (both > 0 && both >= timely(column, ({ time }) => time));
}

function timely({ content }: Column, read: (content: Content) => number): number {
  return content ? read(content) : 0;
}

/** Five digits are a day only under a title that says so. */
function serialDays(column: Column): number {
  return saysAny(column, "date", "datetime", "time") ? (column.content?.serialDate ?? 0) : 0;
}

function pickupRank(column: Column): number {
  if (says(column, "due") && !says(column, "pickup")) return 0;
  if (saysAny(column, "dropoff", "appointment", "flight", "ret", "airline", "terminal")) return 0;
  const settled = saysAny(column, "promised") ? 0.03 : saysAny(column, "scheduled") ? 0.02 : 0;
  const vague = saysAny(column, "requested", "estimated")
    ? 0.3
    : saysAny(column, "latest")
      ? 0.25
      : saysAny(column, "earliest")
        ? 0.2
        : 0;
  const strange = Math.min(column.other, 3) * 0.03;
  if (says(column, "bookedfor")) return 0.88;
  // A tour starts when its last passenger has been picked up.
  if (saysAny(column, "pickup")) return (says(column, "startpoint") ? 0.9 : 0.94) + settled - vague - strange;
  if (saysAny(column, "departure") && saysAny(column, "trip")) return 0.85 - vague;
  if (saysAny(column, "trip")) return 0.88 + settled - vague - strange;
  if (saysAny(column, "arrival", "departure")) return 0.55 - vague;
  if (saysOnly(column, "date", "time", "datetime", "scheduled", "promised", "requested", "booking", "reservation"))
    return 0.8 + settled - vague;
  if (saysOnly(column, "earliest")) return 0.4;
  if (saysAny(column, "scheduled", "promised") && hasBoth(column)) return 0.6 - vague;
  if (isPlainlyTime(column)) return 0.3; // nothing else in the file may be a time
  return saysAny(column, "date", "time", "datetime") ? 0.7 - vague - strange : 0;
}

/** "Ankunftszeit" and "Hora de llegada", where no other column says when the ride begins: who arrives is picked up. */
function arrivalRank(column: Column): number {
  return says(column, "arrival") && !saysAny(column, "appointment", "ret", "actual") ? 0.5 : 0;
}

function pickupDay(column: Column): number {
  if (saysAny(column, "dropoff", "flight", "ret")) return 0;
  const vague = saysAny(column, "requested", "estimated") ? 0.3 : 0;
  if (saysAny(column, "pickup")) return (says(column, "startpoint") ? 0.93 : 0.95) - vague;
  if (saysAny(column, "trip")) return 0.92 - vague;
  if (saysAny(column, "appointment")) return 0.6;
  if (saysAny(column, "arrival", "departure")) return 0.65;
  if (saysOnly(column, "date", "scheduled", "booking", "reservation", "datetime")) return 0.85 - vague;
  if (saysAny(column, "date")) return 0.6 - vague;
  return isPlainlyTime(column) ? 0.3 : 0;
}

/** Under a title that says nothing. The number of a room can be a time without a colon, too. */
function isPlainlyTime(column: Column): boolean {
  return (
    column.said.size === 0 && share(column, ({ clock, date, dateTime }) => Math.max(clock, date + dateTime), 0) >= 0.8
  );
}

function appointmentRank(column: Column): number {
  return says(column, "appointment") ? 0.9 : 0; // "due" alone says neither of the pick-up nor of the appointment
}

function appointmentDay(column: Column): number {
  return saysAny(column, "appointment") ? 1 : pickupDay(column);
}

function dropoffRank(column: Column): number {
  if (!says(column, "dropoff") || saysAny(column, "pickup", "appointment", "flight", "ret")) return 0;
  return (
    0.9 + (saysAny(column, "promised", "scheduled") ? 0.02 : 0) - (saysAny(column, "requested", "estimated") ? 0.3 : 0)
  );
}

/** "Flight Time", and an arrival or an ETA that stands beside the flight's number. */
function flightRank(column: Column, flights: Column[]): number {
  const beside = flights.some(({ index }) => Math.abs(index - column.index) <= 2);
  if (beside && saysOnly(column, "arrival", "departure", "estimated", "scheduled", "time")) return 0.6;
  const timely = saysAny(column, "time", "date", "datetime", "arrival", "departure", "estimated", "scheduled");
  return says(column, "flight") && timely && !saysAny(column, "number") ? 0.9 : 0;
}

const OWN_DAY = 0.9; // of a day whose title names the ride

/** The best clock with the day that belongs to it; a column that holds both needs no other. */
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
    // A day that is written with a midnight beside it comes last, one of the same leg first.
    (column) => dayRank(column) * (hasBoth(column) ? 0.9 : 1) + (isOfOneLeg(best.column, column) ? 0.01 : 0),
  );
  // A time that brings its own day needs no other, but where one stands beside it, both have to name the same.
  const needed = day && (!hasBoth(best.column) || (day.score >= OWN_DAY && !saysAny(best.column, "date", "datetime")));
  const half = columns.find((column) => isHalf(column) && column.index === best.column.index + 1);
  return { ...found, columns: [...(needed ? [day.column] : []), best.column, ...(half ? [half] : [])] };
}

/** "Pickup 2" after "Pickup", and where both flights of a round trip stand on one row, the departure after the arrival. */
function isLater(first: Column, other: Column, columns: Column[]): boolean {
  const bare = (title: string) => title.replace(/[\s_#]*\d+\b/g, "").toLowerCase();
  const numberOf = (title: string) => Number(/\d+/.exec(title)?.[0] ?? 1);
  if (bare(first.title) === bare(other.title)) return numberOf(first.title) < numberOf(other.title);
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
