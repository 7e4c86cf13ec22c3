import { Temporal } from "temporal-polyfill/implementation";
import { describe, expect, it } from "vitest";
import type { BusinessHours } from "../hours/hours.ts";
import type { RoutingSettings } from "./decide.ts";
import { nextSevenDays, type RoutingDay } from "./week.ts";

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const HOUR = 3_600_000;

const hours = (start: number, end: number, timezone = "America/Phoenix"): BusinessHours => ({
  timezone,
  start,
  end,
  weekly: null,
  exceptions: [],
});
const company = (change: Partial<RoutingSettings>): RoutingSettings => ({
  hours: hours(6, 22),
  forwardingMode: "after_hours",
  officePhone: "+15205550100",
  ringSeconds: 18,
  override: null,
  ...change,
});
const spoken = (day: RoutingDay | undefined) =>
  day?.segments.map(
    ({ fromText, toText, open, answers }) => `${fromText} to ${toText} ${open ? "open" : "closed"}: ${answers}`,
  );
const length = ({ segments }: RoutingDay) => ((segments.at(-1)?.to ?? 0) - (segments[0]?.from ?? 0)) / HOUR;
const saturday = at("2026-11-21T07:16-07:00");

describe("who answers in the next seven days", () => {
  it("starts with today, whatever the time, and names each day", () => {
    const days = nextSevenDays(company({}), at("2026-11-22T06:59Z"));
    expect(days.map(({ date, weekday }) => `${weekday} ${date}`)).toEqual([
      "Saturday 2026-11-21",
      "Sunday 2026-11-22",
      "Monday 2026-11-23",
      "Tuesday 2026-11-24",
      "Wednesday 2026-11-25",
      "Thursday 2026-11-26",
      "Friday 2026-11-27",
    ]);
  });

  it("after hours: the agent at night, the office by day", () => {
    const [today] = nextSevenDays(company({}), saturday);
    expect(spoken(today)).toEqual([
      "midnight to 6 AM closed: agent",
      "6 AM to 10 PM open: office_then_agent",
      "10 PM to midnight closed: agent",
    ]);
  });

  it("always: the agent, open or closed", () => {
    const days = nextSevenDays(company({ forwardingMode: "always" }), saturday);
    expect(new Set(days.flatMap(({ segments }) => segments.map(({ answers }) => answers)))).toEqual(new Set(["agent"]));
    expect(days[0]?.segments.map(({ open }) => open)).toEqual([false, true, false]);
  });

  it("overflow: the office first, open or closed, and the agent alone without an office phone", () => {
    const overflow = nextSevenDays(company({ forwardingMode: "overflow" }), saturday);
    expect(overflow[0]?.segments.map(({ answers }) => answers)).toEqual(Array(3).fill("office_then_agent"));
    const noPhone = nextSevenDays(company({ forwardingMode: "overflow", officePhone: null }), saturday);
    expect(noPhone[0]?.segments.map(({ answers }) => answers)).toEqual(Array(3).fill("agent"));
  });

  it("a night shift shows at both ends of the day", () => {
    const [today] = nextSevenDays(company({ hours: hours(18, 2) }), saturday);
    expect(spoken(today)).toEqual([
      "midnight to 2 AM open: office_then_agent",
      "2 AM to 6 PM closed: agent",
      "6 PM to midnight open: office_then_agent",
    ]);
  });

  it("an office around the clock has one stretch a day", () => {
    const days = nextSevenDays(company({ hours: hours(0, 0) }), saturday);
    expect(days.map(spoken)).toEqual(Array(7).fill(["midnight to midnight open: office_then_agent"]));
  });

  it("a holiday carries its name and its own hours", () => {
    const exceptions = [
      { date: "2026-11-26", label: "Thanksgiving", windows: [] },
      { date: "2026-11-27", windows: [{ open: "10:00", close: "14:30" }] },
    ];
    const days = nextSevenDays(company({ hours: { ...hours(6, 22), exceptions } }), saturday);
    expect(days[5]).toMatchObject({ label: "Thanksgiving" });
    expect(spoken(days[5])).toEqual(["midnight to midnight closed: agent"]);
    expect(days[6]).not.toHaveProperty("label");
    expect(spoken(days[6])?.[1]).toBe("10 AM to 2:30 PM open: office_then_agent");
  });

  it("touching windows are one stretch", () => {
    const weekly = {
      sat: [
        { open: "06:00", close: "12:00" },
        { open: "12:00", close: "22:00" },
      ],
    };
    const [today] = nextSevenDays(company({ hours: { ...hours(0, 0), weekly } }), saturday);
    expect(today?.segments).toHaveLength(3);
  });

  it.each([
    ["America/Los_Angeles", "2026-03-07T12:00-08:00", "2026-03-08", "clocks go forward", 23],
    ["America/Los_Angeles", "2026-10-31T12:00-07:00", "2026-11-01", "clocks go back", 25],
    ["Australia/Lord_Howe", "2026-10-03T12:00+10:30", "2026-10-04", "clocks go forward", 23.5],
    ["Australia/Lord_Howe", "2026-04-04T12:00+11:00", "2026-04-05", "clocks go back", 24.5],
    ["America/Santiago", "2026-09-05T12:00-04:00", "2026-09-06", "clocks go forward", 23],
    ["America/Santiago", "2026-04-03T12:00-03:00", "2026-04-04", "clocks go back", 25],
    ["Africa/Cairo", "2026-04-23T12:00+02:00", "2026-04-24", "clocks go forward", 23],
  ])("in %s, seen on %s, the day %s says that %s and has %d hours", (zone, now, date, change, long) => {
    const days = nextSevenDays(company({ hours: hours(6, 22, zone) }), at(now));
    const changing = days.filter(({ dstChange }) => dstChange);
    expect(changing.map((day) => [day.date, day.dstChange, length(day)])).toEqual([[date, change, long]]);
    expect(days.filter(({ dstChange }) => !dstChange).map(length)).toEqual(Array(6).fill(24));
  });

  it("a day without midnight starts when it starts", () => {
    const days = nextSevenDays(company({ hours: hours(6, 22, "America/Santiago") }), at("2026-09-05T12:00-04:00"));
    expect(spoken(days[0])?.at(-1)).toBe("10 PM to midnight closed: agent");
    expect(spoken(days[1])?.[0]).toBe("1 AM to 6 AM closed: agent");
  });

  it("the manual switch shows from now until its end, and not in what is over of today", () => {
    const override = { answers: "agent" as const, until: at("2026-11-22T09:00-07:00") };
    const days = nextSevenDays(company({ override }), saturday);
    const byHand = days.map(({ segments }) =>
      segments.filter((one) => one.byHand).map((one) => `${one.fromText} to ${one.toText}: ${one.answers}`),
    );
    expect(byHand.slice(0, 3)).toEqual([
      ["7:16 AM to 10 PM: agent", "10 PM to midnight: agent"],
      ["midnight to 6 AM: agent", "6 AM to 9 AM: agent"],
      [],
    ]);
    expect(spoken(days[0])?.[1]).toBe("6 AM to 7:16 AM open: office_then_agent");
    expect(spoken(days[1])?.at(2)).toBe("9 AM to 10 PM open: office_then_agent");
  });

  it("an office that was closed by hand is closed", () => {
    const override = { answers: "closed" as const, until: at("2026-11-22T00:00-07:00") };
    const [today, tomorrow] = nextSevenDays(company({ override }), saturday);
    expect(spoken(today)?.slice(2)).toEqual(["7:16 AM to midnight closed: agent"]);
    expect(tomorrow?.segments.some((one) => one.byHand)).toBe(false);
  });

  it("a switch that has run out does not show", () => {
    const override = { answers: "closed" as const, until: saturday };
    expect(nextSevenDays(company({ override }), saturday)).toEqual(nextSevenDays(company({}), saturday));
  });
});
