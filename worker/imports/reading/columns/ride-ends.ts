import { dayNumber } from "../calendar-days.ts";
import { parseMoment } from "../parse-moment.ts";
import { type Column, says } from "./column.ts";

/**
 * "Departure 9:00, Arrival 10:30": if each ride departs some hours before it arrives, the arrival is its end.
 * Passengers of an arriving flight are picked up; its departure is on another day, or later on the same one.
 */
export function arrivalsOfRides(times: Column[]): Column[] {
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
