import { expect, it } from "vitest";
import { mapReservations } from "./map-reservations.ts";

const warned = (...times: string[]) => {
  const rows = times.map((time, i) => [`A${i}`, `602-555-01${10 + i}`, "12/20/2026", time]);
  const columns = ["Conf #", "Phone", "PU Date", "PU Time"];
  const { warnings } = mapReservations({ columns, rows, timezone: "America/Phoenix" });
  return warnings.find(({ code }) => code === "no_am_or_pm")?.rows ?? [];
};

it.each([
  [
    ["9:30", "3:15"],
    [2, 3],
  ],
  [["9:30 AM", "3:15"], [3]],
  [["04:15 PM", "09:30"], [3]],
  [["3:30"], [2]],
])("times of a list such as %j may lack their AM or PM", (times, rows) => {
  expect(warned(...times)).toEqual(rows);
});

it.each([
  [["9:30", "15:15"]],
  [["09:30", "03:15"]],
  [["9:30", "0:15"]],
  [["9:30 AM", "3:15 PM"]],
  [["930a", "12 noon"]],
  [["10:30", "11:45"]],
  [["Will call", ""]],
])("the times of %j are read as they are written", (times) => {
  expect(warned(...times)).toEqual([]);
});
