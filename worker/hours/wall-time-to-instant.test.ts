import { Temporal } from "temporal-polyfill/implementation";
import { describe, expect, it } from "vitest";
import { wallTimeToInstant } from "./wall-time-to-instant.ts";

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;

describe("a pick-up time from an import", () => {
  it("is the instant in the company's zone", () => {
    expect(wallTimeToInstant("2026-11-21 07:16", "America/Phoenix")).toEqual({ at: at("2026-11-21T07:16-07:00") });
  });

  it.each([
    ["America/Los_Angeles", "2026-03-08 02:30", "skipped", "2026-03-08T01:30-08:00", "2026-03-08T03:30-07:00"],
    ["America/Los_Angeles", "2026-03-08 02:00", "skipped", "2026-03-08T01:00-08:00", "2026-03-08T03:00-07:00"],
    ["America/Los_Angeles", "2026-11-01 01:30", "repeated", "2026-11-01T01:30-07:00", "2026-11-01T01:30-08:00"],
    ["Australia/Lord_Howe", "2026-10-04 02:15", "skipped", "2026-10-04T01:45+10:30", "2026-10-04T02:45+11:00"],
    ["Australia/Lord_Howe", "2026-04-05 01:45", "repeated", "2026-04-05T01:45+11:00", "2026-04-05T01:45+10:30"],
    ["America/Santiago", "2026-09-06 00:00", "skipped", "2026-09-05T23:00-04:00", "2026-09-06T01:00-03:00"],
  ])("in %s at %s is reported as %s with both readings", (zone, text, problem, earlier, later) => {
    expect(wallTimeToInstant(text, zone)).toEqual({ problem, earlier: at(earlier), later: at(later) });
  });

  it.each([
    ["America/Los_Angeles", "2026-03-08 01:59", "2026-03-08T01:59-08:00"],
    ["America/Los_Angeles", "2026-03-08 03:00", "2026-03-08T03:00-07:00"],
    ["America/Los_Angeles", "2026-11-01 02:00", "2026-11-01T02:00-08:00"],
    ["America/Los_Angeles", "2026-11-01 00:59", "2026-11-01T00:59-07:00"],
    ["America/Phoenix", "2026-03-08 02:30", "2026-03-08T02:30-07:00"],
  ])("in %s at %s is certain", (zone, text, instant) => {
    expect(wallTimeToInstant(text, zone)).toEqual({ at: at(instant) });
  });

  it.each([
    "2026-02-29 10:00",
    "2026-13-01 10:00",
    "2026-11-21 24:00",
    "2026-11-21 10:60",
    "2026-11-21T10:00",
    "2026-11-21",
    "11/21/2026 10:00",
    "",
    "2026-11-21 10:00 ",
  ])("%j is not a time", (text) => {
    expect(wallTimeToInstant(text, "America/Phoenix")).toBeNull();
  });

  it("in an unknown zone is an error, not a guess", () => {
    expect(() => wallTimeToInstant("2026-11-21 07:16", "Nowhere/Here")).toThrow(RangeError);
  });
});
