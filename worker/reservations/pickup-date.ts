import { Temporal } from "temporal-polyfill/implementation";
import { dayAndMonth, dayOfMonth } from "./pickup-date/calendar-day.ts";
import { MONTHS } from "./pickup-date/date-words.ts";
import { type Offset, relativeDays } from "./pickup-date/relative-days.ts";
import { type MonthDay, writtenDate } from "./pickup-date/written-date.ts";
import { ANEW, CORRECTIONS } from "./spoken/phrases.ts";
import { phraseAt, type Word, wordsOf } from "./spoken/words.ts";

/** A day that a pick-up may be on. `hours`: only between these local hours, because "tonight" extends past midnight. */
export type PickupDay = MonthDay & { hours?: [from: number, before: number] };

/**
 * The days that a caller or the model may mean by a pick-up date: "2026-12-05", "12/5", "December 5th", "the fifth",
 * "next Friday", "pasado mañana". Usually one; empty if it cannot be read, and then the agent asks. `now` in epoch
 * milliseconds; the days are the company's.
 */
export function readPickupDays(said: string, timezone: string, now: number): PickupDay[] {
  const written = writtenDate(said);
  if (written) return written;
  const clock = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone);
  return daysIn(withoutCorrections(wordsOf(said)), clock);
}

/** Whether the pick-up is on one of these days, on the company's calendar. */
export function isPickupDay(days: PickupDay[], pickupAt: number, timezone: string): boolean {
  const at = Temporal.Instant.fromEpochMilliseconds(pickupAt).toZonedDateTimeISO(timezone);
  return days.some(
    ({ month, day, hours: [from, before] = [0, 24] }) =>
      month === at.month && day === at.day && at.hour >= from && at.hour < before,
  );
}

function daysIn(words: Word[], clock: Temporal.ZonedDateTime): PickupDay[] {
  const today = clock.toPlainDate();
  const denied = words.findIndex(({ text }) => /^(not|isnt|dont)$/.test(text));
  const instead = words.findIndex(({ text }) => text === "but" || text === "sino");
  if (denied !== -1) return instead > denied ? daysIn(words.slice(instead + 1), clock) : [];
  const named = dayAndMonth(words) ?? dayOfMonth(words, today);
  if (named) return named;
  const offsets = relativeDays(words, { weekday: today.dayOfWeek, hour: clock.hour }) ?? [];
  return offsets.map((offset) => onTheDay(today, offset));
}

function onTheDay(today: Temporal.PlainDate, { days, hours }: Offset): PickupDay {
  const { month, day } = today.add({ days });
  return { month, day, ...(hours && { hours }) };
}

/** After "no, sorry" the words that follow count, with the earlier month if they name only a day. */
function withoutCorrections(words: Word[]): Word[] {
  let kept: Word[] = [];
  let rest: Word[] = [];
  for (let at = 0; at < words.length; ) {
    const length = phraseAt(words, at, ANEW) || phraseAt(words, at, CORRECTIONS);
    const word = words[at];
    if (length > 0) {
      kept = rest.length > 0 ? rest : kept;
      rest = [];
    } else if (word) rest.push(word);
    at += Math.max(1, length);
  }
  if (rest.length === 0) return kept;
  const before = dayAndMonth(kept)?.[0];
  const corrected = dayOfMonth(rest, Temporal.PlainDate.from("2024-01-01"))?.[0];
  const [month] = [...MONTHS].find(([, number]) => number === before?.month) ?? [];
  return month && corrected && dayAndMonth(rest) === undefined ? wordsOf(`${month} ${corrected.day}`) : rest;
}
