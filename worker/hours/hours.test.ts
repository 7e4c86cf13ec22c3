import { Temporal } from "temporal-polyfill/implementation";
import { describe, expect, it } from "vitest";
import type { BusinessHours, Window } from "./hours.ts";
import { isOpen } from "./is-open.ts";
import { nextChange } from "./next-change.ts";

const simple = (start: number, end: number, timezone = "America/Phoenix"): BusinessHours => ({
  timezone,
  start,
  end,
  weekly: null,
  exceptions: [],
});
const daily = (windows: Window[], timezone: string): BusinessHours => ({
  ...simple(0, 0, timezone),
  weekly: { mon: windows, tue: windows, wed: windows, thu: windows, fri: windows, sat: windows, sun: windows },
});
/** An instant written with its offset, in epoch milliseconds. */
const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const opening = (text: string) => ({ at: at(text), open: true });
const closing = (text: string) => ({ at: at(text), open: false });

describe("an office with two hours for every day", () => {
  it("is open from 6 AM up to, but not at, 10 PM", () => {
    const hours = simple(6, 22);
    const states = ["05:59:59.999", "06:00", "21:59:59.999", "22:00"].map((time) =>
      isOpen(hours, at(`2026-11-21T${time}-07:00`)),
    );
    expect(states).toEqual([false, true, true, false]);
  });

  it("opens the next morning when it is closed in the evening", () => {
    expect(nextChange(simple(6, 22), at("2026-11-21T22:00-07:00"))).toEqual(opening("2026-11-22T06:00-07:00"));
  });

  it("is open overnight when it starts later than it ends", () => {
    const hours = simple(18, 2);
    expect(isOpen(hours, at("2026-11-21T23:30-07:00"))).toBe(true);
    expect(isOpen(hours, at("2026-11-22T01:59-07:00"))).toBe(true);
    expect(isOpen(hours, at("2026-11-22T02:00-07:00"))).toBe(false);
    expect(nextChange(hours, at("2026-11-21T23:30-07:00"))).toEqual(closing("2026-11-22T02:00-07:00"));
  });

  it("never closes when both hours are equal", () => {
    expect(isOpen(simple(6, 6), at("2026-11-21T05:59-07:00"))).toBe(true);
    expect(nextChange(simple(6, 6), at("2026-11-21T05:59-07:00"))).toBeNull();
  });

  it("closes at midnight when its end is 0", () => {
    expect(nextChange(simple(22, 0), at("2026-11-21T23:00-07:00"))).toEqual(closing("2026-11-22T00:00-07:00"));
  });

  it("follows the company's clock, wherever the server is", () => {
    const noonInPhoenix = at("2026-11-21T19:00Z");
    expect(isOpen(simple(9, 13), noonInPhoenix)).toBe(true);
    expect(isOpen(simple(9, 13, "America/New_York"), noonInPhoenix)).toBe(false);
  });
});

describe("an office with its own windows for each weekday", () => {
  const weekly: BusinessHours = {
    ...simple(0, 0),
    weekly: {
      mon: [
        { open: "14:00", close: "18:30" },
        { open: "08:00", close: "12:00" },
      ],
      fri: [{ open: "22:00", close: "06:00" }],
    },
  };

  it("closes for lunch and opens again", () => {
    expect(nextChange(weekly, at("2026-11-23T11:00-07:00"))).toEqual(closing("2026-11-23T12:00-07:00"));
    expect(nextChange(weekly, at("2026-11-23T12:00-07:00"))).toEqual(opening("2026-11-23T14:00-07:00"));
    expect(nextChange(weekly, at("2026-11-23T14:00-07:00"))).toEqual(closing("2026-11-23T18:30-07:00"));
  });

  it("is closed on a day that is not listed", () => {
    expect(isOpen(weekly, at("2026-11-24T12:00-07:00"))).toBe(false);
    expect(nextChange(weekly, at("2026-11-24T12:00-07:00"))).toEqual(opening("2026-11-27T22:00-07:00"));
  });

  it("is still open on Saturday morning from Friday's night shift", () => {
    expect(isOpen(weekly, at("2026-11-28T05:59-07:00"))).toBe(true);
    expect(isOpen(weekly, at("2026-11-28T06:00-07:00"))).toBe(false);
  });

  it("never opens when no day is listed", () => {
    expect(nextChange({ ...weekly, weekly: {} }, at("2026-11-23T11:00-07:00"))).toBeNull();
  });

  it("sees touching and overlapping windows as one", () => {
    const hours = daily(
      [
        { open: "06:00", close: "12:00" },
        { open: "12:00", close: "15:00" },
        { open: "14:00", close: "20:00" },
      ],
      "America/Phoenix",
    );
    expect(nextChange(hours, at("2026-11-23T07:00-07:00"))).toEqual(closing("2026-11-23T20:00-07:00"));
  });

  it("runs through midnight when one day ends where the next begins", () => {
    const hours: BusinessHours = {
      ...weekly,
      weekly: { mon: [{ open: "20:00", close: "24:00" }], tue: [{ open: "00:00", close: "04:00" }] },
    };
    expect(nextChange(hours, at("2026-11-23T21:00-07:00"))).toEqual(closing("2026-11-24T04:00-07:00"));
  });

  it("counts equal times as 24 hours from the opening", () => {
    const hours: BusinessHours = { ...weekly, weekly: { mon: [{ open: "06:00", close: "06:00" }] } };
    expect(nextChange(hours, at("2026-11-23T06:00-07:00"))).toEqual(closing("2026-11-24T06:00-07:00"));
  });

  it("never closes when a shift of 24 hours begins every day", () => {
    expect(
      nextChange(daily([{ open: "06:00", close: "06:00" }], "America/Los_Angeles"), at("2026-03-07T12:00Z")),
    ).toBeNull();
  });

  it.each(["6:00", "25:00", "24:30", "12:60", "noon", ""])("refuses %j as a time", (open) => {
    const hours: BusinessHours = { ...weekly, weekly: { mon: [{ open, close: "23:00" }] } };
    expect(() => isOpen(hours, at("2026-11-23T11:00-07:00"))).toThrow(RangeError);
  });

  it("accepts 24:00 as a close but not as an open", () => {
    const hours: BusinessHours = { ...weekly, weekly: { mon: [{ open: "24:00", close: "24:00" }] } };
    expect(() => isOpen(hours, at("2026-11-23T11:00-07:00"))).toThrow(/not a time to open/);
  });

  it.each([-1, 24, 6.5, Number.NaN])("refuses %d as an hour", (start) => {
    expect(() => isOpen(simple(start, 22), at("2026-11-23T11:00-07:00"))).toThrow(RangeError);
  });
});

describe("an exception", () => {
  const christmas = (windows: Window[], base = simple(18, 2)): BusinessHours => ({
    ...base,
    exceptions: [{ date: "2026-12-25", label: "Christmas", windows }],
  });

  it("closes the whole date, including the rest of the night shift before it", () => {
    const hours = christmas([]);
    expect(nextChange(hours, at("2026-12-24T20:00-07:00"))).toEqual(closing("2026-12-25T00:00-07:00"));
    expect(isOpen(hours, at("2026-12-25T01:00-07:00"))).toBe(false);
    expect(isOpen(hours, at("2026-12-25T20:00-07:00"))).toBe(false);
    expect(isOpen(hours, at("2026-12-26T01:00-07:00"))).toBe(false);
    expect(nextChange(hours, at("2026-12-25T01:00-07:00"))).toEqual(opening("2026-12-26T18:00-07:00"));
  });

  it("with special hours lets the night shift before it end as usual", () => {
    const hours = christmas([{ open: "10:00", close: "14:00" }]);
    expect(nextChange(hours, at("2026-12-24T20:00-07:00"))).toEqual(closing("2026-12-25T02:00-07:00"));
    expect(nextChange(hours, at("2026-12-25T03:00-07:00"))).toEqual(opening("2026-12-25T10:00-07:00"));
    expect(nextChange(hours, at("2026-12-25T11:00-07:00"))).toEqual(closing("2026-12-25T14:00-07:00"));
    expect(nextChange(hours, at("2026-12-25T15:00-07:00"))).toEqual(opening("2026-12-26T18:00-07:00"));
  });

  it("can run past midnight", () => {
    const hours = christmas([{ open: "20:00", close: "04:00" }], simple(6, 22));
    expect(isOpen(hours, at("2026-12-26T03:59-07:00"))).toBe(true);
    expect(isOpen(hours, at("2026-12-26T04:00-07:00"))).toBe(false);
  });

  it("is found months ahead in an office that otherwise never closes", () => {
    const hours = christmas([], simple(0, 0));
    expect(nextChange(hours, at("2026-02-01T12:00-07:00"))).toEqual(closing("2026-12-25T00:00-07:00"));
    expect(nextChange(hours, at("2026-12-25T12:00-07:00"))).toEqual(opening("2026-12-26T00:00-07:00"));
    expect(nextChange(hours, at("2026-12-26T12:00-07:00"))).toBeNull();
  });

  it("is found years ahead in an office that otherwise never opens", () => {
    const hours: BusinessHours = {
      ...simple(0, 0),
      weekly: {},
      exceptions: [{ date: "2031-07-04", windows: [{ open: "09:00", close: "10:00" }] }],
    };
    expect(nextChange(hours, at("2026-02-01T12:00-07:00"))).toEqual(opening("2031-07-04T09:00-07:00"));
  });

  it.each([1, 2, 3, 4, 15, 16, 17])("closing %i days in a row ends with the day after them", (length) => {
    const first = Temporal.PlainDate.from("2026-06-01");
    const exceptions = Array.from({ length }, (_, days) => ({ date: first.add({ days }).toString(), windows: [] }));
    const next = opening(`${first.add({ days: length })}T06:00-07:00`);
    const weekly = daily([{ open: "06:00", close: "22:00" }], "America/Phoenix");
    expect(nextChange({ ...simple(6, 22), exceptions }, at("2026-06-01T12:00-07:00"))).toEqual(next);
    expect(nextChange({ ...weekly, exceptions }, at("2026-06-01T12:00-07:00"))).toEqual(next);
  });

  it("that is repeated for a whole season keeps the office closed until the season ends", () => {
    const first = Temporal.PlainDate.from("2026-06-01");
    const exceptions = Array.from({ length: 92 }, (_, days) => ({ date: first.add({ days }).toString(), windows: [] }));
    const hours = { ...simple(6, 22), exceptions };
    expect(nextChange(hours, at("2026-06-01T12:00-07:00"))).toEqual(opening("2026-09-01T06:00-07:00"));
  });
});

describe("when the clocks go forward", () => {
  it("a night shift across the change is an hour shorter and ends at its usual time", () => {
    const hours = daily([{ open: "22:00", close: "06:00" }], "America/Los_Angeles");
    expect(nextChange(hours, at("2026-03-07T22:00-08:00"))).toEqual(closing("2026-03-08T06:00-07:00"));
  });

  it("a night shift in Arizona does not change", () => {
    const hours = daily([{ open: "22:00", close: "06:00" }], "America/Phoenix");
    expect(nextChange(hours, at("2026-03-07T22:00-07:00"))).toEqual(closing("2026-03-08T06:00-07:00"));
  });

  it("an opening inside the skipped hour is at its end, when the clock shows 3 AM", () => {
    const hours = daily([{ open: "02:30", close: "10:00" }], "America/Los_Angeles");
    expect(nextChange(hours, at("2026-03-08T00:00-08:00"))).toEqual(opening("2026-03-08T03:00-07:00"));
  });

  it("a closing inside the skipped hour is when it is skipped", () => {
    const hours = daily([{ open: "00:00", close: "02:30" }], "America/Los_Angeles");
    expect(nextChange(hours, at("2026-03-08T00:00-08:00"))).toEqual(closing("2026-03-08T03:00-07:00"));
  });

  it("an opening at the first skipped minute is not late", () => {
    const hours = daily([{ open: "02:00", close: "10:00" }], "America/Los_Angeles");
    expect(nextChange(hours, at("2026-03-08T00:00-08:00"))).toEqual(opening("2026-03-08T03:00-07:00"));
  });

  it("a window inside the skipped hour does not happen that day", () => {
    const hours: BusinessHours = {
      ...simple(0, 0, "America/Los_Angeles"),
      weekly: { sun: [{ open: "02:15", close: "02:45" }] },
    };
    expect(nextChange(hours, at("2026-03-02T00:00-08:00"))).toEqual(opening("2026-03-15T02:15-07:00"));
  });

  it("by half an hour, the skipped half-hour opens at its end", () => {
    const hours = daily([{ open: "02:15", close: "09:00" }], "Australia/Lord_Howe");
    expect(nextChange(hours, at("2026-10-04T00:00+10:30"))).toEqual(opening("2026-10-04T02:30+11:00"));
  });

  it.each([
    ["America/Santiago", "2026-09-05T12:00-04:00", "2026-09-06T01:00-03:00"],
    ["Africa/Cairo", "2026-04-23T12:00+02:00", "2026-04-24T01:00+03:00"],
  ])("at midnight in %s, the next day begins at 1 AM", (zone, noon, dayStart) => {
    expect(nextChange(daily([{ open: "08:00", close: "24:00" }], zone), at(noon))).toEqual(closing(dayStart));
    expect(nextChange(daily([{ open: "00:00", close: "08:00" }], zone), at(noon))).toEqual(opening(dayStart));
    expect(nextChange(daily([{ open: "00:00", close: "24:00" }], zone), at(noon))).toBeNull();
  });
});

describe("when the clocks go back", () => {
  it("a night shift across the change is an hour longer and ends at its usual time", () => {
    const hours = daily([{ open: "22:00", close: "06:00" }], "America/Los_Angeles");
    expect(nextChange(hours, at("2026-10-31T22:00-07:00"))).toEqual(closing("2026-11-01T06:00-08:00"));
  });

  it("an opening at a repeated time is at the first one", () => {
    const hours = daily([{ open: "01:30", close: "10:00" }], "America/Los_Angeles");
    expect(nextChange(hours, at("2026-11-01T00:00-07:00"))).toEqual(opening("2026-11-01T01:30-07:00"));
    expect(isOpen(hours, at("2026-11-01T01:10-08:00"))).toBe(true);
  });

  it("a closing at a repeated time is at the first one, and the office does not open again", () => {
    const hours = daily([{ open: "00:15", close: "01:30" }], "America/Los_Angeles");
    expect(nextChange(hours, at("2026-11-01T00:30-07:00"))).toEqual(closing("2026-11-01T01:30-07:00"));
    expect(isOpen(hours, at("2026-11-01T01:15-08:00"))).toBe(false);
  });

  it("by half an hour, the first of both readings counts", () => {
    const hours = daily([{ open: "01:45", close: "09:00" }], "Australia/Lord_Howe");
    expect(nextChange(hours, at("2026-04-05T00:00+11:00"))).toEqual(opening("2026-04-05T01:45+11:00"));
  });

  it("at midnight, the repeated evening still ends only once", () => {
    const hours = daily([{ open: "08:00", close: "24:00" }], "America/Santiago");
    expect(nextChange(hours, at("2026-04-04T12:00-03:00"))).toEqual(closing("2026-04-05T00:00-04:00"));
  });
});
