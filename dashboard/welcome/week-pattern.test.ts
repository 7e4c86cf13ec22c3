import { expect, test } from "vitest";
import { everyDay } from "../settings/weekdays.ts";
import { patternOf, weekOf } from "./week-pattern.ts";

const DAY = [{ open: "06:00", close: "22:00" }];
const SHORT = [{ open: "08:00", close: "12:00" }];

test("hours are shown in the simplest way that loses nothing", () => {
  expect(patternOf(null)).toBe("same");
  expect(patternOf(everyDay(6, 22))).toBe("weekend");
  expect(patternOf(weekOf(DAY, []))).toBe("weekend");
  expect(patternOf(weekOf(DAY, SHORT))).toBe("weekend");
  expect(patternOf({ ...weekOf(DAY, SHORT), wed: SHORT })).toBe("each");
  expect(patternOf(weekOf([...SHORT, { open: "14:00", close: "18:00" }], []))).toBe("each");
});

test("no two days share their hours, so that one can be changed alone", () => {
  const week = weekOf(DAY, SHORT);
  expect(week.mon).toEqual(week.tue);
  expect(week.mon[0]).not.toBe(week.tue[0]);
});
