import { type Column, says, saysAny, saysOnly } from "./column.ts";
import { hasBoth, isPlainlyTime } from "./time-cells.ts";

export function pickupRank(column: Column): number {
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

/** "Ankunftszeit" and "Hora de llegada", if no other column says when the ride begins: whoever arrives is picked up. */
export function arrivalRank(column: Column): number {
  return says(column, "arrival") && !saysAny(column, "appointment", "ret", "actual") ? 0.5 : 0;
}

export function pickupDay(column: Column): number {
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

export function appointmentRank(column: Column): number {
  if (says(column, "appointment", "dropoff")) return 0.8; // when it ends
  return says(column, "appointment") ? 0.9 : 0; // "due" alone means neither the pick-up nor the appointment
}

export function appointmentDay(column: Column): number {
  return saysAny(column, "appointment") ? 1 : pickupDay(column);
}

export function dropoffRank(column: Column): number {
  // The ends of a window are not when the ride ends.
  if (!says(column, "dropoff") || saysAny(column, "pickup", "appointment", "flight", "ret", "earliest", "latest"))
    return 0;
  return (
    0.9 + (saysAny(column, "promised", "scheduled") ? 0.02 : 0) - (saysAny(column, "requested", "estimated") ? 0.3 : 0)
  );
}

/** "Flight Time", and an arrival or an ETA beside the flight's number. */
export function flightRank(column: Column, flights: Column[]): number {
  const beside = flights.some(({ index }) => Math.abs(index - column.index) <= 2);
  if (beside && saysOnly(column, "arrival", "departure", "estimated", "scheduled", "time")) return 0.6;
  const timely = saysAny(column, "time", "date", "datetime", "arrival", "departure", "estimated", "scheduled");
  return says(column, "flight") && timely && !saysAny(column, "number") ? 0.9 : 0;
}
