import { describe, expect, it } from "vitest";
import { mapReservations } from "./map-reservations.ts";
import type { ReservationsInput } from "./mapped.ts";

type Options = Partial<Pick<ReservationsInput, "dateOrder" | "timezone">>;

/** Imports rows of the given columns, with a confirmation number added, and returns the pick-ups in UTC. */
function pickups(titles: string[], rows: string[][], options: Options = {}) {
  const columns = ["Conf#", ...titles];
  const numbered = rows.map((row, i) => [`C${i + 1}`, ...row]);
  const result = mapReservations({ columns, rows: numbered, timezone: "UTC", ...options });
  // There are no names and phones here.
  const warnings = result.warnings.filter(({ code }) => !/^no_.*_column$/.test(code));
  return { ...result, warnings, times: result.rows.map(({ pickupAt }) => utc(pickupAt)) };
}

const column = (...texts: string[]) =>
  pickups(
    ["pickup_time"],
    texts.map((text) => [text]),
  );
const utc = (at: number | null) => (at === null ? null : new Date(at).toISOString().slice(0, 16).replace("T", " "));

describe("one pick-up, however it is written", () => {
  it.each([
    "2026-11-28 22:05",
    "2026-11-28T22:05",
    "2026-11-28T22:05:00",
    "2026-11-28 22:05:59.000",
    "2026-11-28T22:05:00Z",
    "2026-11-28T15:05:00-07:00",
    "2026/11/28 10:05 PM",
    "2026-11-28, 10:05 p.m.",
    "2026.11.28 22:05",
    "20261128 2205",
    "20261128T2205",
    "11/28/2026 10:05 PM",
    "11/28/2026 10:05PM",
    "11/28/2026 10:05:00 pm",
    "11/28/2026 10:05\u202FPM",
    "11/28/26 22:05",
    "11-28-2026 2205",
    "28/11/2026 22:05",
    "28.11.2026 22:05 Uhr",
    "28.11.2026, 22.05",
    "28-11-2026 22h05",
    "Sat 11/28/2026 10:05 PM",
    "Saturday, November 28, 2026 at 10:05 PM",
    "November 28, 2026 10:05 PM",
    "Nov 28 2026 10:05 PM",
    "28-Nov-26 22:05",
    "28 Nov 2026 22:05",
    "28. November 2026 22:05",
    "28 de noviembre de 2026 22:05",
    "28 novembre 2026 22:05",
    "10:05 PM 11/28/2026",
    "46354.9201388889",
  ])("%s", (text) => {
    expect(column(text)).toMatchObject({ times: ["2026-11-28 22:05"], errors: [], questions: [] });
  });

  it.each([
    ["11/28/2026", "10:05 PM"],
    ["11/28/2026", "2205"],
    ["11/28/2026", "22:05:00"],
    ["11/28/2026 00:00", "22:05"],
    ["2026-11-28 00:00:00", "1899-12-30 22:05:00"],
    ["11/28/2026", "1/1/1900 10:05 PM"],
    ["46354", "0.920138888888889"],
    ["November 28, 2026", "10:05 p"],
  ])("%s and %s in two columns", (date, time) => {
    expect(pickups(["PU Date", "PU Time"], [[date, time]])).toMatchObject({ times: ["2026-11-28 22:05"], errors: [] });
  });

  it.each([
    ["12:00 AM", "00:00"],
    ["12:30 AM", "00:30"],
    ["12:00 PM", "12:00"],
    ["12:59 PM", "12:59"],
    ["1 am", "01:00"],
    ["0:05", "00:05"],
    ["915", "09:15"],
    ["22:05 PM", "22:05"],
  ])("the clock's %s is %s", (clock, time) => {
    expect(column(`2026-11-28 ${clock}`).times).toEqual([`2026-11-28 ${time}`]);
  });

  it("a whole day number is midnight if others in its column have a time, and has no time if none has", () => {
    expect(column("46354.5", "46355").times).toEqual(["2026-11-28 12:00", "2026-11-29 00:00"]);
    expect(column("46354", "46355").rows.map(({ pickupKind }) => pickupKind)).toEqual(["day", "day"]);
  });
});

describe("what cannot be read for certain is an error of its row", () => {
  it.each([
    ["", "no pick-up time"],
    ["tomorrow", "cannot be read"],
    ["2026-02-30 10:00", "cannot be read"],
    ["13/45/2026 10:00", "no day of the calendar"],
    ["2026-11-28 13:00 AM", "cannot be read"],
    ["2026-11-28 0:30 PM", "cannot be read"],
    ["2026-11-28 10:61", "cannot be read"],
    ["2026-11-28 10", "cannot be read"],
    ["2026-11-28 10:00-11:00", "cannot be read"],
    ["22:05", "no day"],
    ["99999", "cannot be read"],
    ["1026-11-28 10:00", "cannot be read"],
  ])("%j: %s", (text, reason) => {
    const { times, errors } = column("2026-11-28 22:05", text, "2026-11-29 22:05");
    expect(times).toEqual(["2026-11-28 22:05", "2026-11-29 22:05"]);
    expect(errors).toEqual([{ row: 3, column: "pickup_time", reason: expect.stringContaining(reason) }]);
  });

  it("two columns that name different days are not reconciled", () => {
    const rows = [["11/28/2026", "11/29/2026 10:00"]];
    expect(pickups(["PU Date", "PU Time"], rows)).toMatchObject({ times: [], errors: [{ row: 2 }] });
  });

  it("a day without a time is kept as a day, and noted", () => {
    const { rows, errors, warnings } = column("2026-11-28 22:05", "2026-11-28", "2026-11-28 will call");
    expect(errors).toEqual([]);
    expect(rows.map(({ pickupKind }) => pickupKind)).toEqual(["time", "day", "day"]);
    expect(rows.map(({ pickupAt }) => utc(pickupAt)).slice(1)).toEqual(["2026-11-28 00:00", "2026-11-28 00:00"]);
    expect(warnings).toMatchObject([{ code: "open_time", count: 2, rows: [3, 4] }]);
  });

  it.each([
    ["24:00", "2026-11-29 00:00"],
    ["noon", "2026-11-28 12:00"],
    ["midnight", "2026-11-28 00:00"],
    ["830p", "2026-11-28 20:30"],
    ["0600A", "2026-11-28 06:00"],
    ["12:30a", "2026-11-28 00:30"],
    ["10:00 AM MST", "2026-11-28 17:00"],
    ["22h05", "2026-11-28 22:05"],
  ])("a clock may say %j", (clock, instant) => {
    const { times, errors } = pickups(["PU Date", "PU Time"], [["2026-11-28", clock]]);
    expect({ times, errors }).toEqual({ times: [instant], errors: [] });
  });

  it("a zone behind a time may be the company's own in either season, and any other zone is taken as written", () => {
    const at = (text: string, timezone: string) => pickups(["pickup_time"], [[text]], { timezone }).times[0];
    expect(at("2026-07-04 3:35 PM EST", "America/New_York")).toBe("2026-07-04 19:35"); // what people write all year
    expect(at("2026-12-20 3:35 PM EST", "America/New_York")).toBe("2026-12-20 20:35");
    expect(at("12/20/2026 3:35 PM MST", "America/Phoenix")).toBe("2026-12-20 22:35");
    expect(at("12/20/2026 3:35 PM PST", "America/Phoenix")).toBe("2026-12-20 23:35");
    expect(at("Sun Dec 20 2026 15:35:00 GMT-0700 (Mountain Standard Time)", "America/Phoenix")).toBe(
      "2026-12-20 22:35",
    );
  });

  it("a time that the clocks skip is no time, and one that they show twice is the first of the two", () => {
    const rows = ["2026-03-08 01:59", "2026-03-08 02:30", "2026-03-08 03:00", "2026-11-01 01:30", "2026-11-01 02:00"];
    const newYork = pickups(
      ["pickup_time"],
      rows.map((text) => [text]),
      { timezone: "America/New_York" },
    );
    expect(newYork.times).toEqual(["2026-03-08 06:59", "2026-03-08 07:00", "2026-11-01 05:30", "2026-11-01 07:00"]);
    expect(newYork.errors).toMatchObject([{ row: 3, reason: expect.stringContaining("skip") }]);
    expect(newYork.warnings).toMatchObject([{ code: "time_comes_twice", rows: [5] }]);
    expect(
      pickups(
        ["pickup_time"],
        rows.map((text) => [text]),
        { timezone: "America/Phoenix" },
      ).errors,
    ).toEqual([]);
  });
});

describe("the order of day and month comes from the whole column", () => {
  it("one date that fits only one order decides for all", () => {
    const monthFirst = column("12/05/2026 10:00", "11/28/2026 10:00");
    expect(monthFirst).toMatchObject({ dateOrder: "mdy", times: ["2026-12-05 10:00", "2026-11-28 10:00"] });
    expect(column("12/05/2026 10:00", "28/11/2026 10:00").times[0]).toBe("2026-05-12 10:00");
    expect(column("26/11/28 10:00", "26/12/05 10:00", "26/12/30 10:00").times[1]).toBe("2026-12-05 10:00");
  });

  it("without one the operator is asked, with an example", () => {
    const asked = column("12/12/2026 10:00", "12/05/2026 10:00");
    expect(asked.times).toEqual([]);
    expect(asked.questions).toEqual([
      {
        question: "date_order",
        column: "pickup_time",
        options: ["mdy", "dmy"],
        example: { row: 3, text: "12/05/2026 10:00", readings: { mdy: "2026-12-05", dmy: "2026-05-12" } },
        message: expect.stringContaining("12/05/2026 10:00"),
      },
    ]);
  });

  it("the operator's answer is followed", () => {
    const rows = [["12/05/2026 10:00"]];
    expect(pickups(["pickup_time"], rows, { dateOrder: "mdy" }).times).toEqual(["2026-12-05 10:00"]);
    expect(pickups(["pickup_time"], rows, { dateOrder: "dmy" }).times).toEqual(["2026-05-12 10:00"]);
  });

  it("the operator's answer gives way with a warning if the file contradicts it", () => {
    const rows = [["11/28/2026 10:00"], ["12/05/2026 10:00"]];
    const result = pickups(["pickup_time"], rows, { dateOrder: "dmy" });
    expect(result.times).toEqual(["2026-11-28 10:00", "2026-12-05 10:00"]);
    expect(result.warnings).toMatchObject([{ code: "date_order_overruled" }]);
  });

  it("nothing is asked if every order gives the same day", () => {
    expect(column("12/12/2026 10:00", "11/11/2026 10:00")).toMatchObject({ questions: [], errors: [] });
  });

  it("a single misspelt date is an error, evenly mixed ones are a question", () => {
    const many = Array.from({ length: 25 }, (_, i) => `11/${13 + (i % 18)}/2026 10:00`);
    expect(column(...many, "31/12/2026 10:00").errors).toMatchObject([{ row: 27 }]);
    expect(column("11/28/2026 10:00", "28/11/2026 10:00").questions).toHaveLength(1);
  });

  it("a column that does not tell its order follows the other columns of its file", () => {
    const titles = ["PU Date", "PU Time", "DO Date", "DO Time"];
    const result = pickups(titles, [
      ["12/05/2026", "10:00", "12/05/2026", "11:00"],
      ["28/11/2026", "10:00", "", ""],
    ]);
    expect(result.rows.map(({ dropoffAt }) => utc(dropoffAt))).toEqual(["2026-05-12 11:00", null]);
  });
});

describe("drop-offs and flights", () => {
  const others = (titles: string[], cells: string[]) => pickups(["PU Date", "PU Time", ...titles], [cells]);

  it("a drop-off time earlier than the pick-up is on the next day, and says so", () => {
    const result = others(["DO Time"], ["11/28/2026", "11:40 PM", "12:30 AM"]);
    expect(utc(result.rows[0]?.dropoffAt ?? null)).toBe("2026-11-29 00:30");
    expect(result.warnings).toMatchObject([{ code: "next_day", column: "DO Time", count: 1, rows: [2] }]);
  });

  it("a flight time without a day is on the day nearest to the pick-up", () => {
    const landed = others(["Flight Time"], ["11/28/2026", "12:20 AM", "11:50 PM"]);
    expect(utc(landed.rows[0]?.flightAt ?? null)).toBe("2026-11-27 23:50");
    const leaving = others(["Flight Time"], ["11/28/2026", "11:00 PM", "01:30 AM"]);
    expect(utc(leaving.rows[0]?.flightAt ?? null)).toBe("2026-11-29 01:30");
    const same = others(["Flight Time"], ["11/28/2026", "8:00 AM", "10:30 AM"]);
    expect(utc(same.rows[0]?.flightAt ?? null)).toBe("2026-11-28 10:30");
    expect(same.warnings).toEqual([]);
  });

  it("one that cannot be read is left out with a warning, and the booking stays", () => {
    const result = others(["DO Time"], ["11/28/2026", "11:40 PM", "late"]);
    expect(result.rows).toMatchObject([{ dropoffAt: null }]);
    expect(result.warnings).toMatchObject([{ code: "unreadable_time", column: "DO Time", rows: [2] }]);
  });
});
