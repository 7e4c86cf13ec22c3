import type { Weekday, Window } from "../../worker/hours/hours.ts";

export const WEEKDAY_NAMES: Record<Weekday, string> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};

export const WEEKDAY_IDS: Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** The hours of the simple setting as a window on every weekday, to start from. */
export function everyDay(start: number, end: number): Record<Weekday, Window[]> {
  const windows = () => [{ open: hourText(start), close: hourText(end) }];
  return {
    mon: windows(),
    tue: windows(),
    wed: windows(),
    thu: windows(),
    fri: windows(),
    sat: windows(),
    sun: windows(),
  };
}

function hourText(hour: number): string {
  return `${String(hour).padStart(2, "0")}:00`;
}
