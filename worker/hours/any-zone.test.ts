import fc from "fast-check";
import { Temporal } from "temporal-polyfill/implementation";
import { describe, expect, it } from "vitest";
import { nextSevenDays } from "../routing/week.ts";
import { businessHoursNote } from "./business-hours-note.ts";
import type { BusinessHours, Window } from "./hours.ts";
import { isOpen } from "./is-open.ts";
import { nextChange } from "./next-change.ts";
import { sayHours } from "./say-hours.ts";
import { sayAge, sayLocalTime, sayTime } from "./say-time.ts";
import { wallTimeToInstant } from "./wall-time-to-instant.ts";
import { WEEKDAYS } from "./windows.ts";

const HOUR = 3_600_000;
const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const twoDigits = (number: number) => String(number).padStart(2, "0");

// Half of all cases are around a clock change, where mistakes are likely.
const changes: [zone: string, instant: string][] = [
  ["America/Los_Angeles", "2026-03-08T10:00Z"],
  ["America/Los_Angeles", "2026-11-01T09:00Z"],
  ["Australia/Lord_Howe", "2026-04-04T15:00Z"],
  ["Australia/Lord_Howe", "2026-10-03T15:30Z"],
  ["America/Santiago", "2026-04-05T03:00Z"],
  ["America/Santiago", "2026-09-06T04:00Z"],
  ["Africa/Cairo", "2026-04-23T22:00Z"],
  ["Africa/Cairo", "2026-10-29T21:00Z"],
  ["America/Havana", "2026-03-08T05:00Z"],
  ["America/Havana", "2026-11-01T05:00Z"],
  ["America/Nuuk", "2026-03-29T01:00Z"],
  ["Antarctica/Troll", "2026-03-29T01:00Z"],
];
const anyMoment = fc.oneof(
  fc.record({
    zone: fc.constantFrom(...Intl.supportedValuesOf("timeZone")),
    now: fc.integer({ min: at("2020-01-01T00:00Z"), max: at("2037-12-31T00:00Z") }),
  }),
  fc
    .record({ change: fc.constantFrom(...changes), minutes: fc.integer({ min: -2880, max: 2880 }) })
    .map(({ change: [zone, instant], minutes }) => ({ zone, now: at(instant) + minutes * 60_000 })),
);
const anyClock = fc
  .integer({ min: 0, max: 95 })
  .map((quarters) => `${twoDigits(Math.floor(quarters / 4))}:${twoDigits((quarters % 4) * 15)}`);
const anyWindow: fc.Arbitrary<Window> = fc.record({ open: anyClock, close: fc.oneof(anyClock, fc.constant("24:00")) });
const anyDay = fc.array(anyWindow, { maxLength: 3 });
const anyCase = fc
  .record({
    moment: anyMoment,
    start: fc.integer({ min: 0, max: 23 }),
    end: fc.integer({ min: 0, max: 23 }),
    days: fc.option(fc.tuple(anyDay, anyDay, anyDay, anyDay, anyDay, anyDay, anyDay)),
    exceptions: fc.uniqueArray(fc.record({ day: fc.integer({ min: -3, max: 40 }), windows: anyDay }), {
      maxLength: 4,
      selector: ({ day }) => day,
    }),
  })
  .map(({ moment: { zone, now }, start, end, days, exceptions }) => {
    const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
    const hours: BusinessHours = {
      timezone: zone,
      start,
      end,
      weekly: days && Object.fromEntries(WEEKDAYS.map((weekday, index) => [weekday, days[index] ?? []])),
      exceptions: exceptions.map(({ day, windows }) => ({ date: today.add({ days: day }).toString(), windows })),
    };
    return { hours, now };
  });

describe("in any zone, at any moment, with any hours", () => {
  it("the office is open when the wall clock is inside one of its windows", () => {
    fc.assert(
      fc.property(anyCase, ({ hours, now }) => {
        const wall = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(hours.timezone);
        const clock = `${twoDigits(wall.hour)}:${twoDigits(wall.minute)}`;
        // During a repeated hour the clock alone is ambiguous; other tests cover that.
        const reading = wallTimeToInstant(`${wall.toPlainDate()} ${clock}`, hours.timezone);
        fc.pre(reading !== null && "at" in reading);
        expect(isOpen(hours, now)).toBe(insideAWindow(hours, wall.toPlainDate(), clock));
      }),
      { numRuns: 2000 },
    );
  });

  it("the next change really is a change, and nothing changes before it", () => {
    fc.assert(
      fc.property(
        anyCase,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
        (some, parts) => {
          const { hours, now } = some;
          const before = isOpen(hours, now);
          const change = nextChange(hours, now);
          const until = change ? change.at : now + 60 * 24 * HOUR;
          if (change) {
            expect(change.at).toBeGreaterThan(now);
            expect(change.open).toBe(!before);
            expect(isOpen(hours, change.at)).toBe(change.open);
            expect(isOpen(hours, change.at - 1)).toBe(before);
          }
          for (const part of parts) expect(isOpen(hours, now + Math.floor((until - 1 - now) * part))).toBe(before);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it("the seven days join without gaps and agree with what callers hear", () => {
    fc.assert(
      fc.property(anyCase, ({ hours, now }) => {
        const days = nextSevenDays(
          { hours, forwardingMode: "after_hours", officePhone: "+15205550100", ringSeconds: 18, override: null },
          now,
        );
        const segments = days.flatMap((day) => day.segments);
        expect(segments.some(({ from, to }) => from <= now && now < to)).toBe(true);
        for (const [index, { from, to, open, answers }] of segments.entries()) {
          expect(to).toBeGreaterThan(from);
          expect([isOpen(hours, from), isOpen(hours, to - 1)]).toEqual([open, open]);
          expect(answers).toBe(open ? "office_then_agent" : "agent");
          if (index > 0) expect(from).toBe(segments[index - 1]?.to);
        }
        for (const day of days) {
          const states = day.segments.map(({ open }) => open);
          expect(states.every((open, index) => open !== states[index - 1])).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("everything said is plain text with plain spaces", () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: -400 * 24, max: 400 * 24 }), ({ hours, now }, away) => {
        const zone = hours.timezone;
        const ms = now + away * HOUR;
        const said = [sayHours(hours, now), sayLocalTime(now, zone), sayTime(ms, zone, now), sayAge(ms, zone, now)];
        for (const text of [...said, businessHoursNote(hours, now)]) {
          expect(text).toMatch(/^[\x20-\x7e]+$/);
          expect(text).not.toMatch(/ {2}|^ | $|undefined|NaN/);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** The same rule, implemented by comparing clock readings as text instead of computing instants. */
function insideAWindow(hours: BusinessHours, today: Temporal.PlainDate, clock: string): boolean {
  const yesterday = today.subtract({ days: 1 });
  const closedToday = hours.exceptions.some(({ date, windows }) => date === today.toString() && windows.length === 0);
  const begun = windowsOf(hours, today).some(({ open, close }) => clock >= open && (close <= open || clock < close));
  const runsOn = windowsOf(hours, yesterday).some(({ open, close }) => close <= open && clock < close);
  return begun || (runsOn && !closedToday);
}

function windowsOf({ exceptions, weekly, start, end }: BusinessHours, date: Temporal.PlainDate): Window[] {
  const exception = exceptions.find((entry) => entry.date === date.toString());
  if (exception) return exception.windows;
  if (weekly) return weekly[WEEKDAYS[date.dayOfWeek - 1] ?? "mon"] ?? [];
  if (start === end) return [{ open: "00:00", close: "24:00" }];
  return [{ open: `${twoDigits(start)}:00`, close: `${twoDigits(end)}:00` }];
}
