import { Temporal } from "temporal-polyfill/implementation";
import { isBookable } from "../../worker/imports/reading/calendar-days.ts";

/** The day in the fixtures that stands for today: a few rides are before it, most after. */
const FIXTURE_TODAY = Temporal.PlainDate.from("2026-11-26");

const ISO_DATE = /\b(\d{4})-(\d\d)-(\d\d)\b/g;
const US_DATE = /\b(\d\d)\/(\d\d)\/(\d{4})\b/g;

/**
 * A fixture's text with every date ("2026-12-05" or "12/05/2026") moved by the distance between `today` (YYYY-MM-DD) and
 * the fixture's day. A date that does not exist, such as "13/45/2026", stays as it is.
 */
export function movedOn(text: string, today: string): string {
  const { days } = FIXTURE_TODAY.until(today, { largestUnit: "days" });
  return text
    .replace(ISO_DATE, (written, year, month, day) => moved({ year, month, day }, days) ?? written)
    .replace(US_DATE, (written, month, day, year) => {
      const [newYear, newMonth, newDay] = moved({ year, month, day }, days)?.split("-") ?? [];
      return newYear ? `${newMonth}/${newDay}/${newYear}` : written;
    });
}

function moved(written: { year: string; month: string; day: string }, days: number): string | null {
  const date = { year: Number(written.year), month: Number(written.month), day: Number(written.day) };
  return isBookable(date) ? Temporal.PlainDate.from(date).add({ days }).toString() : null;
}
