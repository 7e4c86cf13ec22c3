import { Temporal } from "temporal-polyfill/implementation";

export type DateCase = {
  name: string;
  /** When the tests begin, in epoch milliseconds. */
  at: number;
  /** Of the machine on which they run. */
  timeZone: string;
};

const COMPANY = "America/Los_Angeles"; // Sun Coast Shuttle's, the seeded company whose clocks change
const MACHINE = "Europe/Berlin"; // changes on other nights than American companies do
const BEFORE = { minutes: 2 }; // the tests begin before the change and end after it

/** The dates that tests have stumbled over, each the next one after `now`. Only ahead: SQLite's own clock cannot be set. */
export function dateCases(now: number): DateCase[] {
  const utc = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO("UTC");
  const newYear = Temporal.PlainDate.from({ year: utc.year + 1, month: 1, day: 1 }).toZonedDateTime("UTC");
  const [forward, back] = clockChanges(now, COMPANY);
  const [machineForward, machineBack] = clockChanges(now, MACHINE);
  return [
    { name: "years-end", at: newYear.subtract({ seconds: 30 }).epochMilliseconds, timeZone: "UTC" },
    { name: "february-29", at: leapDay(utc).epochMilliseconds, timeZone: "America/Phoenix" },
    { name: "clocks-forward", at: forward, timeZone: "UTC" },
    { name: "clocks-back", at: back, timeZone: "UTC" },
    { name: "machine-clocks-forward", at: machineForward, timeZone: MACHINE },
    { name: "machine-clocks-back", at: machineBack, timeZone: MACHINE },
    { name: "in-two-years", at: utc.add({ years: 2 }).epochMilliseconds, timeZone: "Asia/Tokyo" },
  ];
}

/** Noon of the next February 29. */
function leapDay(after: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  let year = after.year;
  for (;;) {
    const noon = Temporal.ZonedDateTime.from({ year, month: 3, day: 1, hour: 12, timeZone: "UTC" }).subtract({
      days: 1,
    });
    if (noon.day === 29 && noon.epochMilliseconds > after.epochMilliseconds) return noon;
    year += 1;
  }
}

/** Shortly before the next two changes of a zone's clocks: first the one forward, then the one back. */
function clockChanges(now: number, zone: string): [forward: number, back: number] {
  const found: { at: number; forward: boolean }[] = [];
  let change = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).getTimeZoneTransition("next");
  while (change && found.length < 2) {
    const before = change.subtract({ nanoseconds: 1 });
    const forward = change.offsetNanoseconds > before.offsetNanoseconds;
    found.push({ at: change.subtract(BEFORE).epochMilliseconds, forward });
    change = change.getTimeZoneTransition("next");
  }
  const [forward, back] = [found.find((one) => one.forward), found.find((one) => !one.forward)];
  if (!forward || !back) throw new Error(`The clocks of ${zone} do not change any more: choose another zone.`);
  return [forward.at, back.at];
}
