import type { Temporal } from "temporal-polyfill/implementation";
import type { Word } from "../spoken/words.ts";
import { dayAt, MONTHS, type SaidDay, WEEKDAYS } from "./date-words.ts";
import { isDay, type MonthDay } from "./written-date.ts";

/** "December fifth", "the 5th of December", "el cinco de diciembre"; empty for a month without a day. */
export function dayAndMonth(words: Word[]): MonthDay[] | undefined {
  // "may" and "mar" are months only beside a day.
  const at = words.findIndex(({ text }, index) => MONTHS.has(text) && besideADay(words, index) !== undefined);
  if (at === -1) return words.some(({ text }) => MONTHS.has(text) && text.length > 3) ? [] : undefined;
  const day = besideADay(words, at);
  const month = MONTHS.get(words[at]?.text ?? "");
  return day && month ? [{ month, day: day.day }].filter(isDay) : undefined;
}

/** "the fifth", "Saturday the 5th", "el cinco": of this month or the next; the nearest one first. */
export function dayOfMonth(words: Word[], today: Temporal.PlainDate): MonthDay[] | undefined {
  const said = words.map((_, at) => lonelyDay(words, at)).find((day) => day !== undefined);
  if (!said) return undefined;
  const text = words.map((word) => word.text).join(" ");
  const months = /\b(next month|proximo mes|mes que viene)\b/.test(text)
    ? [1]
    : said.day >= today.day
      ? [0, 1]
      : [1, 0];
  const days = months
    .map((ahead) => today.with({ day: 1 }).add({ months: ahead }))
    .filter(({ daysInMonth }) => said.day <= daysInMonth)
    .map((month) => month.with({ day: said.day }));
  const weekday = words.map(({ text: word }) => WEEKDAYS.get(word)).find((number) => number !== undefined);
  const fitting = days.filter(({ dayOfWeek }) => dayOfWeek === weekday);
  // If the day has passed, people mean this month as often as the next; if it is still ahead, they mean this month.
  const open = said.day >= today.day ? days.slice(0, 1) : days;
  const meant = fitting.length > 0 ? fitting : weekday === undefined ? open : [];
  return meant.map(({ month, day }) => ({ month, day }));
}

function besideADay(words: Word[], month: number): SaidDay | undefined {
  const after = words[month + 1]?.text === "the" || words[month + 1]?.text === "el" ? month + 2 : month + 1;
  const following = dayAt(words, after);
  if (following) return following;
  const last = /^(of|de|del)$/.test(words[month - 1]?.text ?? "") ? month - 2 : month - 1;
  // Takes the longest number that ends there: "twenty first of December" is not the first.
  for (const start of [last - 2, last - 1, last]) {
    const before = start < 0 ? undefined : dayAt(words, start);
    if (before && start + before.length === last + 1) return before;
  }
  return undefined;
}

/** A day without a month counts as an ordinal, or after "the" or "el"; a bare "5" may be an hour. */
function lonelyDay(words: Word[], at: number): SaidDay | undefined {
  const day = dayAt(words, at);
  const before = words[at - 1]?.text ?? "";
  const article = /^(the|el|dia)$/.test(before);
  return day && (day.ordinal || article) ? day : undefined;
}
