import { describe, expect, it } from "vitest";
import type { BusinessHours, Weekday, Window } from "../hours/hours.ts";
import { answerAt, decideRoute, type Override, type RoutingSettings } from "./decide.ts";
import type { ForwardingMode } from "./forwarding-modes.ts";

// Every decision of a year against an oracle that knows no calendar but what Intl says the clocks show, minute by minute.

const MINUTE_MS = 60_000;
const DAY = 24 * 60;
const YEAR = 2027; // a year that begins on a Friday and has both clock changes everywhere that has any
const FROM = Date.UTC(YEAR, 0, 1) - 2 * DAY * MINUTE_MS;
const TO = Date.UTC(YEAR + 1, 0, 1) + 2 * DAY * MINUTE_MS;
const MINUTES = (TO - FROM) / MINUTE_MS;

const ZONES = [
  "America/Phoenix", // no clock change
  "America/New_York",
  "America/Los_Angeles",
  "America/St_Johns", // three and a half hours from UTC
  "America/Santiago", // the clocks change at midnight, the other way round
  "America/Havana", // at midnight and at 1 AM
  "Europe/London",
  "Africa/Cairo", // at midnight, on a Friday
  "Asia/Kolkata", // half an hour
  "Asia/Kathmandu", // three quarters of an hour
  "Australia/Lord_Howe", // the clocks change by half an hour
  "Australia/Adelaide",
  "Pacific/Chatham", // three quarters of an hour, with clock changes
  "Pacific/Kiritimati", // fourteen hours ahead
];
const NEAR_DAYS = 4; // around each clock change, where a schedule is not followed over the whole year

/** `keys`: what the clocks show; `clockChanges`: the minutes at which they jump, and the dates that they show then. */
type Walls = { keys: Int32Array; clockChanges: number[]; changeDates: string[] };

/** What the clocks of a zone show at each minute: days since 1970 times 1440, plus the minute of the day. */
function wallsOf(zone: string): Walls {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  const read = (minute: number) => {
    const parts = format.formatToParts(FROM + minute * MINUTE_MS);
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
    const date = Date.UTC(part("year"), part("month") - 1, part("day"));
    return date / MINUTE_MS + part("hour") * 60 + part("minute");
  };
  const keys = new Int32Array(MINUTES);
  const clockChanges: number[] = [];
  let first = read(0);
  for (let hour = 0; hour < MINUTES; hour += 60) {
    const next = read(hour + 60);
    for (let minute = hour; minute < hour + 60; minute++) {
      keys[minute] = next - first === 60 ? first + minute - hour : read(minute);
      if (minute > 0 && (keys[minute] ?? 0) - (keys[minute - 1] ?? 0) !== 1) clockChanges.push(minute);
    }
    first = next;
  }
  return { keys, clockChanges, changeDates: clockChanges.map((minute) => dateOf(keys[minute] ?? 0)) };
}

function dateOf(key: number): string {
  return new Date(Math.floor(key / DAY) * DAY * MINUTE_MS).toISOString().slice(0, 10);
}

/**
 * Whether the office is open, for each minute. A shift begins when the clocks first show its beginning or jump over it, and
 * ends likewise, so what counts is the latest that the clocks have ever shown. A date marked closed ends the shift before it.
 */
function oracleOpen({ keys }: Pick<Walls, "keys">, hours: BusinessHours): Uint8Array {
  const open = new Uint8Array(MINUTES);
  let latest = 0;
  let day = -1;
  let shifts: { from: number; to: number }[] = [];
  for (let minute = 0; minute < MINUTES; minute++) {
    latest = Math.max(latest, keys[minute] ?? 0);
    const today = Math.floor(latest / DAY);
    if (today !== day) {
      day = today;
      shifts = [today - 2, today - 1, today].flatMap((date) => shiftsOf(hours, date));
    }
    open[minute] = shifts.some(({ from, to }) => from <= latest && latest < to) ? 1 : 0;
  }
  return open;
}

function shiftsOf(hours: BusinessHours, day: number): { from: number; to: number }[] {
  const exceptionOf = (date: number) => hours.exceptions.find((one) => one.date === dateOf(date * DAY));
  const nextIsClosed = exceptionOf(day + 1)?.windows.length === 0;
  return (exceptionOf(day)?.windows ?? usual(hours, day)).map(({ open, close }) => {
    const from = day * DAY + clock(open);
    const length = (clock(close) - clock(open) + DAY) % DAY || DAY;
    return { from, to: nextIsClosed ? Math.min(from + length, (day + 1) * DAY) : from + length };
  });
}

function usual({ weekly, start, end }: BusinessHours, day: number): Window[] {
  const weekday = (["thu", "fri", "sat", "sun", "mon", "tue", "wed"] as const)[day % 7] ?? "thu"; // 1970 began on a Thursday
  if (weekly) return weekly[weekday] ?? [];
  if (start === end) return [{ open: "00:00", close: "24:00" }];
  return [{ open: `${start}:00`, close: `${end}:00` }];
}

function clock(text: string): number {
  const [hour = 0, minute = 0] = text.split(":").map(Number);
  return hour * 60 + minute;
}

type Schedule = Pick<BusinessHours, "start" | "end" | "weekly" | "exceptions">;

/** Schedules that meet each trap; dated ones lie on the very dates on which the zone's clocks change. */
function schedulesOf(changeDates: string[]): Record<string, Schedule> {
  const plain = { start: 6, end: 22, weekly: null, exceptions: [] };
  const everyDay = (...windows: Window[]) =>
    Object.fromEntries((["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const).map((day) => [day, windows]));
  const [change = `${YEAR}-03-14`, other = `${YEAR}-11-07`] = changeDates;
  return {
    "from 6 to 22, with holidays": {
      ...plain,
      exceptions: [
        { date: `${YEAR}-12-25`, label: "Christmas", windows: [] },
        { date: `${YEAR}-12-24`, windows: [{ open: "08:00", close: "14:30" }] },
        { date: change, windows: [] },
      ],
    },
    "overnight, with holidays": {
      ...plain,
      start: 22,
      end: 6,
      exceptions: [
        { date: `${YEAR}-07-04`, windows: [] },
        { date: `${YEAR}-07-05`, windows: [{ open: "20:15", close: "03:45" }] },
        { date: other, windows: [] },
      ],
    },
    "around the clock, but closed on some dates": {
      ...plain,
      start: 0,
      end: 0,
      exceptions: [
        { date: `${YEAR}-01-01`, windows: [] },
        { date: change, windows: [{ open: "02:30", close: "24:00" }] },
      ],
    },
    "within the hours in which clocks change": {
      ...plain,
      weekly: everyDay(
        { open: "00:15", close: "01:30" },
        { open: "02:15", close: "02:45" },
        { open: "23:30", close: "00:10" },
      ),
    },
    "other hours each weekday, one shift of 24 hours and one until midnight": {
      ...plain,
      weekly: {
        mon: [
          { open: "06:00", close: "12:00" },
          { open: "12:00", close: "15:20" },
        ],
        wed: [{ open: "09:00", close: "09:00" }],
        fri: [{ open: "17:30", close: "24:00" }],
        sat: [{ open: "00:00", close: "02:30" }],
        sun: [{ open: "20:00", close: "05:55" }],
      } satisfies Partial<Record<Weekday, Window[]>>,
    },
  };
}

const MODES: ForwardingMode[] = ["always", "after_hours", "overflow"];

/** Who answers by the table of design section 6 and the switch that stands above it, in words of the oracle's own. */
function oracleRoute(mode: ForwardingMode, open: boolean, override: Override["answers"] | null): "agent" | "office" {
  if (override !== null) return override === "office" ? "office" : "agent";
  if (mode === "always") return "agent";
  return mode === "overflow" || open ? "office" : "agent";
}

describe("who answers, minute by minute over a year, against an oracle", () => {
  const total = { minutes: 0, decisions: 0 };

  it.each(ZONES.map((zone, index) => ({ zone, index })))("in $zone", ({ zone, index }) => {
    const walls = wallsOf(zone);
    const schedules = Object.entries(schedulesOf(walls.changeDates));
    for (const [which, [name, schedule]] of schedules.entries()) {
      const hours = { timezone: zone, ...schedule };
      const open = oracleOpen(walls, hours);
      const wholeYear = which === index % schedules.length;
      for (const period of wholeYear ? [YEAR_LONG] : walls.clockChanges.map(daysAround)) {
        follow(`${zone}, ${name}`, hours, open, period, total);
      }
    }
  });

  it(`agrees in ${ZONES.length} zones and in every minute of a year of each`, () => {
    const [minutes, decisions] = [total.minutes, total.decisions].map((count) => count.toLocaleString("en-US"));
    console.log(`${ZONES.length} zones, ${minutes} minutes compared with the oracle through ${decisions} decisions`);
    expect(total.minutes).toBeGreaterThan(ZONES.length * 365 * DAY);
  });
});

type Period = { from: number; to: number };

const MARGIN = 3 * DAY; // the oracle knows nothing of what was before its first minute
const YEAR_LONG: Period = { from: MARGIN, to: MINUTES - MARGIN };

function daysAround(minute: number): Period {
  return {
    from: Math.max(minute - NEAR_DAYS * DAY, YEAR_LONG.from),
    to: Math.min(minute + NEAR_DAYS * DAY, YEAR_LONG.to),
  };
}

/**
 * Goes from change to change as the decisions name them. Each must agree with the oracle about every minute until the one
 * that it names, about that minute, and when it is asked again just before it.
 */
function follow(
  where: string,
  hours: BusinessHours,
  open: Uint8Array,
  { from, to }: Period,
  total: { minutes: number; decisions: number },
): void {
  for (let minute = from, turn = 0; minute < to; turn++) {
    const forwardingMode = MODES[turn % MODES.length] ?? "always";
    const settings = { hours, forwardingMode, officePhone: "+15205550100", ringSeconds: 18, override: null };
    const now = FROM + minute * MINUTE_MS;
    const at = `${where}, ${new Date(now).toISOString()}, ${forwardingMode}`;
    const isOpen = open[minute] === 1;
    const { route, open: saysOpen, until } = decideRoute(settings, now);
    expect({ route, saysOpen }, at).toEqual({ route: oracleRoute(forwardingMode, isOpen, null), saysOpen: isOpen });
    const next = until === null ? to : Math.min((until - FROM) / MINUTE_MS, to);
    const differs = open.subarray(minute, next).indexOf(isOpen ? 0 : 1);
    expect(differs, `${at}: changes earlier than it says`).toBe(-1);
    if (next < to) {
      expect(open[next], `${at}: nothing changes when it says`).toBe(isOpen ? 0 : 1);
      expect(answerAt(settings, FROM + (next - 1) * MINUTE_MS).open, `${at}, a minute before`).toBe(isOpen);
    }
    if (turn % 13 === 0) for (const side of SIDES) compareSwitch(settings, now, isOpen, side, at);
    total.minutes += next - minute;
    total.decisions += 2;
    minute = next;
  }
}

const SIDES: Override["answers"][] = ["agent", "office", "closed"];

/** The manual switch counts until its end. */
function compareSwitch(
  settings: RoutingSettings,
  now: number,
  isOpen: boolean,
  answers: Override["answers"],
  at: string,
) {
  const { route, open } = answerAt({ ...settings, override: { answers, until: now + 1 } }, now);
  expect({ route, open }, `${at}, switched to ${answers}`).toEqual({
    route: oracleRoute(settings.forwardingMode, isOpen, answers),
    open: answers === "agent" ? isOpen : answers === "office",
  });
}
