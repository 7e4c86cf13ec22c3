import { type WallTime, wallTimeToInstant } from "../../hours/wall-time-to-instant.ts";
import { calendarDate, dateText } from "./calendar-days.ts";

const MINUTE = 60_000;
const LAST_MINUTE = 1439;

/**
 * Reads wall times of one IANA zone exactly as `wallTimeToInstant` does, but fast enough for a whole column. A day
 * whose first and last minute are as far apart as they read has one offset, so only the days of a clock change are
 * asked minute by minute.
 * @throws RangeError on an unknown zone
 */
export function localClock(zone: string): (day: number, minute: number) => WallTime {
  const startOfDay = new Map<number, number | null>();
  const asked = new Map<number, WallTime>();

  const ask = (day: number, minute: number): WallTime => {
    const time = `${dateText(calendarDate(day))} ${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
    const wall = wallTimeToInstant(time, zone);
    if (!wall) throw new RangeError(`not a wall time: ${time}`);
    return wall;
  };
  const plainStart = (day: number): number | null => {
    const first = ask(day, 0);
    const last = ask(day, LAST_MINUTE);
    return "at" in first && "at" in last && last.at - first.at === LAST_MINUTE * MINUTE ? first.at : null;
  };

  return (day, minute) => {
    let start = startOfDay.get(day);
    if (start === undefined) {
      start = plainStart(day);
      startOfDay.set(day, start);
    }
    if (start !== null) return { at: start + minute * MINUTE };
    const key = day * 1440 + minute;
    const known = asked.get(key) ?? ask(day, minute);
    asked.set(key, known);
    return known;
  };
}

function twoDigits(n: number): string {
  return String(n).padStart(2, "0");
}
