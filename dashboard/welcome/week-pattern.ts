import type { Weekday, Window } from "../../worker/hours/hours.ts";
import { WEEKDAY_IDS } from "../settings/weekdays.ts";

export type Week = Record<Weekday, Window[]>;
export type Pattern = "same" | "weekend" | "each";

const WEEKEND: Weekday[] = ["sat", "sun"];

/** How the stored hours can be shown: the simplest pattern that loses nothing. */
export function patternOf(week: { [day in Weekday]?: Window[] | undefined } | null): Pattern {
  if (week === null) return "same";
  const alike = (days: Weekday[]) => new Set(days.map((day) => JSON.stringify(week[day] ?? []))).size === 1;
  const workdays = WEEKDAY_IDS.filter((day) => !WEEKEND.includes(day));
  const simple = WEEKDAY_IDS.every((day) => (week[day]?.length ?? 0) <= 1);
  return simple && alike(workdays) && alike(WEEKEND) ? "weekend" : "each";
}

/** A week with these hours from Monday to Friday, and those on Saturday and Sunday. */
export function weekOf(workday: Window[], weekend: Window[]): Week {
  const hours = (day: Weekday) => (WEEKEND.includes(day) ? weekend : workday).map((window) => ({ ...window }));
  return {
    mon: hours("mon"),
    tue: hours("tue"),
    wed: hours("wed"),
    thu: hours("thu"),
    fri: hours("fri"),
    sat: hours("sat"),
    sun: hours("sun"),
  };
}
