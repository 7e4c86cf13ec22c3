import { Temporal } from "temporal-polyfill/implementation";
import { describe, expect, it } from "vitest";
import { businessHoursNote } from "./business-hours-note.ts";
import type { BusinessHours, Window } from "./hours.ts";
import { sayHours } from "./say-hours.ts";
import { sayAge, sayLocalTime, sayTime } from "./say-time.ts";

const PHOENIX = "America/Phoenix";
const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const simple = (start: number, end: number): BusinessHours => ({
  timezone: PHOENIX,
  start,
  end,
  weekly: null,
  exceptions: [],
});
const windows = (...texts: string[]): Window[] =>
  texts.map((text) => {
    const [open = "", close = ""] = text.split("-");
    return { open, close };
  });
const weekly = (days: BusinessHours["weekly"]): BusinessHours => ({ ...simple(0, 0), weekly: days });
const everyDay = (...texts: string[]) => {
  const day = windows(...texts);
  return weekly({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day });
};
const saturdayMorning = at("2026-11-21T07:16-07:00");

describe("the hours are said", () => {
  it.each([
    [6, 22, "6 AM to 10 PM"],
    [18, 2, "6 PM to 2 AM"],
    [0, 12, "midnight to noon"],
    [12, 0, "noon to midnight"],
    [0, 0, "24 hours a day"],
    [7, 7, "24 hours a day"],
  ])("from %i to %i as %j", (start, end, words) => {
    expect(sayHours(simple(start, end), saturdayMorning)).toBe(words);
  });

  const office = windows("06:00-22:00");
  it.each<[BusinessHours, string]>([
    [
      weekly({ mon: office, tue: office, wed: office, thu: office, fri: office, sat: windows("08:00-12:00") }),
      "Monday to Friday 6 AM to 10 PM, Saturday 8 AM to noon, closed Sunday",
    ],
    [everyDay("06:30-22:00"), "6:30 AM to 10 PM"],
    [everyDay("06:00-12:00", "12:00-22:00"), "6 AM to 10 PM"],
    [everyDay("00:00-24:00"), "24 hours a day"],
    [everyDay("06:00-06:00"), "24 hours a day"],
    [weekly({}), "closed every day"],
    [everyDay("13:00-17:30", "08:00-12:00"), "8 AM to noon and 1 PM to 5:30 PM"],
    [
      weekly({ mon: office, tue: windows("18:00-02:00"), wed: office, fri: office, sat: [], sun: [] }),
      "Monday, Wednesday and Friday 6 AM to 10 PM, Tuesday 6 PM to 2 AM, closed Thursday, Saturday and Sunday",
    ],
    [
      weekly({ mon: office, tue: office, wed: office, fri: office }),
      "Monday to Wednesday and Friday 6 AM to 10 PM, closed Thursday, Saturday and Sunday",
    ],
    [
      weekly({ sat: windows("00:00-24:00"), sun: windows("06:00-06:00") }),
      "Saturday open 24 hours, Sunday 6 AM to 6 AM the next day, closed Monday to Friday",
    ],
  ])("by weekday, case %#", (hours, words) => {
    expect(sayHours(hours, saturdayMorning)).toBe(words);
  });

  it("with what is different today", () => {
    const today = (label: string | undefined, ...texts: string[]): BusinessHours => ({
      ...simple(6, 22),
      exceptions: [{ date: "2026-11-21", windows: windows(...texts), ...(label === undefined ? {} : { label }) }],
    });
    expect(sayHours(today("Founders  Day "), saturdayMorning)).toBe("6 AM to 10 PM, but closed today for Founders Day");
    expect(sayHours(today(undefined), saturdayMorning)).toBe("6 AM to 10 PM, but closed today");
    expect(sayHours(today("a party", "10:00-14:00"), saturdayMorning)).toBe(
      "6 AM to 10 PM, but today 10 AM to 2 PM for a party",
    );
    expect(sayHours(today(undefined, "00:00-24:00"), saturdayMorning)).toBe("6 AM to 10 PM, but today open 24 hours");
    expect(sayHours(today("a party"), at("2026-11-22T07:16-07:00"))).toBe("6 AM to 10 PM");
  });
});

describe("the local time", () => {
  it.each([
    ["2026-11-21T07:16-07:00", "Saturday, November 21, 7:16 AM"],
    ["2026-11-21T00:05-07:00", "Saturday, November 21, 12:05 AM"],
    ["2026-11-21T12:00-07:00", "Saturday, November 21, 12:00 PM"],
    ["2026-11-22T06:59:59Z", "Saturday, November 21, 11:59 PM"],
  ])("at %s is %j in Phoenix", (instant, words) => {
    expect(sayLocalTime(at(instant), PHOENIX)).toBe(words);
  });

  it("is the same for both readings of the repeated hour", () => {
    expect(sayLocalTime(at("2026-11-01T01:30-07:00"), "America/Los_Angeles")).toBe("Sunday, November 1, 1:30 AM");
    expect(sayLocalTime(at("2026-11-01T01:30-08:00"), "America/Los_Angeles")).toBe("Sunday, November 1, 1:30 AM");
  });
});

describe("a pick-up", () => {
  const now = at("2026-12-09T18:00-07:00");
  it.each([
    ["2026-12-09T19:10-07:00", "today at 7:10 PM"],
    ["2026-12-09T00:00-07:00", "today at 12 AM"],
    ["2026-12-10T07:10-07:00", "tomorrow, Thursday December 10 at 7:10 AM"],
    ["2026-12-11T12:00-07:00", "Friday, December 11 at noon"],
    ["2026-12-08T07:00-07:00", "yesterday, Tuesday December 8 at 7 AM"],
    ["2027-01-04T07:10-07:00", "Monday, January 4, 2027 at 7:10 AM"],
    ["2025-12-10T07:10-07:00", "Wednesday, December 10, 2025 at 7:10 AM"],
  ])("on %s is %j", (instant, words) => {
    expect(sayTime(at(instant), PHOENIX, now)).toBe(words);
  });

  it("tomorrow needs no year, even on New Year's Eve", () => {
    const words = sayTime(at("2027-01-01T07:10-07:00"), PHOENIX, at("2026-12-31T23:00-07:00"));
    expect(words).toBe("tomorrow, Friday January 1 at 7:10 AM");
  });

  it("is tomorrow by the calendar, even when the day between has 23 hours", () => {
    const words = sayTime(at("2026-03-09T00:10-07:00"), "America/Los_Angeles", at("2026-03-08T00:30-08:00"));
    expect(words).toBe("tomorrow, Monday March 9 at 12:10 AM");
  });
});

describe("the last import", () => {
  const now = at("2026-11-21T18:30-07:00");
  it.each([
    ["2026-11-21T07:10-07:00", "7:10 AM today"],
    ["2026-11-20T18:00-07:00", "6 PM yesterday"],
    ["2026-11-19T18:00-07:00", "November 19 at 6 PM"],
    ["2025-11-20T12:00-07:00", "November 20, 2025 at noon"],
  ])("of %s was at %j", (instant, words) => {
    expect(sayAge(at(instant), PHOENIX, now)).toBe(words);
  });
});

describe("a caller who asks whether the office is open hears", () => {
  const weekdays = weekly({ mon: windows("08:00-18:00"), tue: windows("20:00-24:00"), wed: windows("00:00-04:00") });
  const newYear: BusinessHours = {
    ...weekly({}),
    exceptions: [{ date: "2027-01-04", windows: windows("06:00-22:00") }],
  };
  it.each<[BusinessHours, string, string]>([
    [simple(6, 22), "2026-11-21T05:00-07:00", "The office is closed now and opens at 6 AM."],
    [simple(6, 22), "2026-11-21T23:00-07:00", "The office is closed now and opens tomorrow at 6 AM."],
    [simple(6, 22), "2026-11-21T07:16-07:00", "The office is open until 10 PM."],
    [simple(18, 2), "2026-11-21T20:00-07:00", "The office is open until 2 AM."],
    [simple(7, 6), "2026-11-21T08:00-07:00", "The office is open until 6 AM tomorrow."],
    [simple(7, 0), "2026-11-21T08:00-07:00", "The office is open until midnight."],
    [simple(0, 7), "2026-11-21T08:00-07:00", "The office is closed now and opens at midnight."],
    [simple(5, 5), "2026-11-21T08:00-07:00", "The office is open 24 hours a day."],
    [weekly({}), "2026-11-21T08:00-07:00", "The office is closed now."],
    [weekdays, "2026-11-21T08:00-07:00", "The office is closed now and opens Monday at 8 AM."],
    [weekdays, "2026-11-24T21:00-07:00", "The office is open until 4 AM."],
    [newYear, "2026-11-24T21:00-07:00", "The office is closed now and opens on Monday, January 4, 2027 at 6 AM."],
    [
      weekly({ mon: windows("06:00-24:00"), tue: windows("00:00-22:00") }),
      "2026-11-23T07:00-07:00",
      "The office is open until 10 PM tomorrow.",
    ],
    [
      { ...simple(0, 0), exceptions: [{ date: "2026-11-26", windows: [] }] },
      "2026-11-23T07:00-07:00",
      "The office is open until midnight on Wednesday.",
    ],
    [
      { ...simple(0, 0), exceptions: [{ date: "2026-12-25", windows: [] }] },
      "2026-11-23T07:00-07:00",
      "The office is open now.",
    ],
  ])("case %#, at %s: %s", (hours, now, words) => {
    expect(businessHoursNote(hours, at(now))).toBe(words);
  });

  it("the office's number only while somebody would pick up", () => {
    const [day, night] = [at("2026-11-21T07:16-07:00"), at("2026-11-21T05:00-07:00")];
    expect(businessHoursNote(simple(6, 22), day, "(520) 555-0100")).toBe(
      "The office is open until 10 PM. Its number is (520) 555-0100.",
    );
    expect(businessHoursNote(simple(6, 22), night, "(520) 555-0100")).not.toContain("555");
    expect(businessHoursNote(simple(6, 22), day, null)).toBe("The office is open until 10 PM.");
  });
});
