import { Temporal } from "temporal-polyfill/implementation";

/** A new company's zone, until its operator chooses another (worker/tenants/default-config.ts). */
const ZONE = "America/Phoenix";

/**
 * The day that is this many days from now in a new company's zone, "2026-12-05". Choose days that are far from today: a
 * page says "today" and "tomorrow", and midnight may pass while a test runs.
 */
export function dayAhead(days: number): string {
  return Temporal.Now.plainDateISO(ZONE).add({ days }).toString();
}

/** How a page says that time of that day: "Saturday, December 5 at 10 PM", with the year when it is not this one. */
export function saidTime(date: string, clock: string): RegExp {
  return new RegExp(`${weekdayAndDay(date)}(, ${date.slice(0, 4)})? at ${clock}`);
}

/** How a list says it: "Sat, Dec 5, 10:15 AM", with the year when it is not this one. */
export function shortTime(date: string, clock: string): RegExp {
  const day = Temporal.PlainDate.from(date).toLocaleString("en-US", {
    weekday: "short",
    month: "short",
    day: "numeric",
  });
  return new RegExp(`${day}(, ${date.slice(0, 4)})?,? (at )?${clock}`);
}

/** "Saturday, December 5, 2026". */
export function longDay(date: string): string {
  return `${weekdayAndDay(date)}, ${date.slice(0, 4)}`;
}

function weekdayAndDay(date: string): string {
  return Temporal.PlainDate.from(date).toLocaleString("en-US", { weekday: "long", month: "long", day: "numeric" });
}
