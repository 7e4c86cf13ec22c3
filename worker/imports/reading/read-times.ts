import type { WallTime } from "../../hours/wall-time-to-instant.ts";
import type { PickupKind } from "../../reservations/pickup-kind.ts";
import type { DateStyle, MomentParser } from "./dates.ts";
import { withHalfOfDay } from "./half-of-day.ts";
import type { warningList } from "./notes.ts";
import { isBlankMark } from "./placeholder.ts";
import { atWallTime, type Reading, readMoment } from "./read-moment.ts";
import type { RowReader } from "./table-reader.ts";
import { unmarkedTimes } from "./unmarked-times.ts";

/** The fields of times, in the order in which their styles are settled. */
export const TIMES = ["pickup_time", "appointment_time", "dropoff_time", "flight_time"] as const;
type TimeField = (typeof TIMES)[number];

type Options = {
  /** For each of TIMES, in this order. */
  styles: DateStyle[];
  parse: MomentParser;
  title: (field: string) => string;
  zone: { timezone: string; clock: (day: number, minute: number) => WallTime };
  warnings: ReturnType<typeof warningList>;
};

type Times = { pickupAt: number; pickupKind: PickupKind; dropoffAt: number | null; flightAt: number | null };
type Moment = { at: number; day: number; minute: number };
/** A pick-up or appointment, whose time may be open. */
type Begin = Moment & { kind: PickupKind };

const HALF_A_DAY = 720;
const ANY: DateStyle = { order: null, serialMidnight: false };

/**
 * The times of a booking. A pick-up time comes before an appointment. A day without a time is kept as a day; with
 * neither there is no booking. A drop-off or flight that cannot be read is left out and noted. A drop-off time without
 * a day is taken to be after the pick-up, a flight time without a day as near to it as possible.
 */
export function timesReader(options: Options): {
  read: (line: RowReader) => Times | { reason: string };
  /** For what shows only at the end of the list. */
  finish: () => void;
} {
  const { styles, parse, title, zone, warnings } = options;
  const unmarked = unmarkedTimes(warnings);
  const read = (line: RowReader, field: TimeField) => {
    const texts = withHalfOfDay(line.texts(field).map((text) => (isBlankMark(text) ? "" : text)));
    if (field === "pickup_time" || field === "appointment_time") unmarked.see(texts, line.row);
    return readMoment(texts, styles[TIMES.indexOf(field)] ?? ANY, parse, zone);
  };
  return { read: timesOf, finish: () => unmarked.note(title("pickup_time") || title("appointment_time")) };

  function timesOf(line: RowReader): Times | { reason: string } {
    const begin = beginOf(line);
    if ("reason" in begin) return begin;
    const { at: pickupAt, kind: pickupKind } = begin;
    const dropoffAt = settle(line, "dropoff_time", read(line, "dropoff_time"), (minute) => after(line, begin, minute));
    if (dropoffAt !== null && dropoffAt < pickupAt && pickupKind === "time") {
      const message = "Drop-offs that lie before their pick-up are kept as they are written.";
      warnings.add("dropoff_before_pickup", title("dropoff_time"), message, line);
    }
    const flightAt = settle(line, "flight_time", read(line, "flight_time"), (minute) => nearest(line, begin, minute));
    return { pickupAt, pickupKind, dropoffAt, flightAt };
  }

  function beginOf(line: RowReader): Begin | { reason: string } {
    const pickup = read(line, "pickup_time");
    if (pickup !== null && "at" in pickup) return timed(line, pickup, "time");
    if (pickup !== null && "problem" in pickup) return { reason: pickup.problem };
    const appointment = read(line, "appointment_time");
    if (appointment !== null && "at" in appointment && !(pickup !== null && "dayOnly" in pickup && pickup.open)) {
      return timed(line, appointment, "appointment");
    }
    const day = [pickup, appointment].find((one) => one !== null && "dayOnly" in one);
    if (day && "dayOnly" in day) return open(line, day.dayOnly);
    if (appointment !== null && "problem" in appointment) return { reason: appointment.problem };
    if (pickup !== null || appointment !== null) return { reason: "The pick-up has a time of day but no day." };
    return { reason: "The row has no pick-up time." };
  }

  function timed(
    line: RowReader,
    { at, day, minute, twice }: Extract<Reading, { at: number }>,
    kind: PickupKind,
  ): Begin {
    if (twice) {
      const message = "Times that the clocks show twice when they change: the first of the two was taken.";
      warnings.add("time_comes_twice", title("pickup_time"), message, line);
    }
    return { at, day, minute, kind };
  }

  function open(line: RowReader, day: number): Begin | { reason: string } {
    const message = "Rides without a time: callers hear the day and that the time is still open.";
    warnings.add("open_time", title("pickup_time"), message, line);
    const midnight = atWallTime(day, 0, zone);
    const start = "at" in midnight ? midnight : atWallTime(day, 60, zone); // some clocks skip the first hour of a day
    return "at" in start ? { at: start.at, day, minute: 0, kind: "day" } : { reason: start.problem };
  }

  function settle(
    line: RowReader,
    field: string,
    reading: Reading,
    onDay: (minute: number) => ReturnType<typeof atWallTime> | null,
  ): number | null {
    const settled = reading !== null && "clockOnly" in reading ? onDay(reading.clockOnly) : reading;
    if (settled === null || "clockOnly" in settled || "dayOnly" in settled) return null;
    if ("at" in settled) return settled.at;
    const message = "Times that cannot be read for certain are left out; the bookings are imported without them.";
    warnings.add("unreadable_time", title(field), message, { row: line.row, word: settled.problem });
    return null;
  }

  function after(line: RowReader, begin: Begin, minute: number) {
    if (begin.kind === "appointment") return null; // whether it is before or after the appointment is unknown
    if (minute >= begin.minute) return atWallTime(begin.day, minute, zone);
    const message = "Drop-off times earlier than the pick-up, without a day of their own, are on the next day.";
    warnings.add("next_day", title("dropoff_time"), message, line);
    return atWallTime(begin.day + 1, minute, zone);
  }

  function nearest(line: RowReader, begin: Begin, minute: number) {
    const apart = minute - begin.minute;
    if (Math.abs(apart) <= HALF_A_DAY || begin.kind === "day") return atWallTime(begin.day, minute, zone);
    const message = "Flight times without a day of their own are on the day that brings them nearest to the pick-up.";
    warnings.add("nearest_day", title("flight_time"), message, line);
    return atWallTime(begin.day + (apart > 0 ? -1 : 1), minute, zone);
  }
}
