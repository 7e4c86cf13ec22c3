import type { WallTime } from "../../hours/wall-time-to-instant.ts";
import type { DateStyle, MomentParser } from "./dates.ts";
import type { warningList } from "./notes.ts";
import { atWallTime, type Reading, readMoment } from "./read-moment.ts";
import type { RowReader } from "./table-reader.ts";

type Options = {
  /** For pick-up, drop-off and flight, in this order. */
  styles: DateStyle[];
  parse: MomentParser;
  title: (field: string) => string;
  zone: { timezone: string; clock: (day: number, minute: number) => WallTime };
  warnings: ReturnType<typeof warningList>;
};

type Times = { pickupAt: number; dropoffAt: number | null; flightAt: number | null } | { reason: string };
type Moment = { at: number; day: number; minute: number };

const HALF_A_DAY = 720;
const ANY: DateStyle = { order: null, serialMidnight: false };

/**
 * The three times of a booking. Without a readable pick-up there is no booking; a drop-off or flight that cannot be read
 * is left out and noted. A drop-off time without a day lies after the pick-up, a flight time without one nearest to it.
 */
export function timesReader({ styles, parse, title, zone, warnings }: Options): (line: RowReader) => Times {
  const [pickupStyle = ANY, dropoffStyle = ANY, flightStyle = ANY] = styles;
  return (line) => {
    const pickup = readMoment(line.texts("pickup_time"), pickupStyle, parse, zone);
    if (pickup === null) return { reason: "The row has no pick-up time." };
    if ("problem" in pickup) return { reason: pickup.problem };
    if ("clockOnly" in pickup) return { reason: "The pick-up has a time of day but no day." };
    const dropoff = readMoment(line.texts("dropoff_time"), dropoffStyle, parse, zone);
    const flight = readMoment(line.texts("flight_time"), flightStyle, parse, zone);
    const dropoffAt = settle(line, "dropoff_time", dropoff, (minute) => after(line, pickup, minute));
    if (dropoffAt !== null && dropoffAt < pickup.at) {
      const message = "Drop-offs that lie before their pick-up are kept as they are written.";
      warnings.add("dropoff_before_pickup", title("dropoff_time"), message, line);
    }
    const flightAt = settle(line, "flight_time", flight, (minute) => nearest(line, pickup, minute));
    return { pickupAt: pickup.at, dropoffAt, flightAt };
  };

  function settle(
    line: RowReader,
    field: string,
    reading: Reading,
    onDay: (minute: number) => Exclude<Reading, null>,
  ): number | null {
    const settled = reading !== null && "clockOnly" in reading ? onDay(reading.clockOnly) : reading;
    if (settled === null || "clockOnly" in settled) return null;
    if ("at" in settled) return settled.at;
    const message = "Times that cannot be read for certain are left out; the bookings are imported without them.";
    warnings.add("unreadable_time", title(field), message, { row: line.row, word: settled.problem });
    return null;
  }

  function after(line: RowReader, pickup: Moment, minute: number) {
    if (minute >= pickup.minute) return atWallTime(pickup.day, minute, zone);
    const message = "Drop-off times earlier than the pick-up, without a day of their own, are on the next day.";
    warnings.add("next_day", title("dropoff_time"), message, line);
    return atWallTime(pickup.day + 1, minute, zone);
  }

  function nearest(line: RowReader, pickup: Moment, minute: number) {
    const apart = minute - pickup.minute;
    if (Math.abs(apart) <= HALF_A_DAY) return atWallTime(pickup.day, minute, zone);
    const message = "Flight times without a day of their own are on the day that brings them nearest to the pick-up.";
    warnings.add("nearest_day", title("flight_time"), message, line);
    return atWallTime(pickup.day + (apart > 0 ? -1 : 1), minute, zone);
  }
}
