import { NUMBER_WORDS } from "../spoken/number-words.ts";
import type { Word } from "../spoken/words.ts";

/** Month and weekday words of English and Spanish, without accents; weekdays as ISO counts them, Monday is 1. */
export const MONTHS = numbered([
  "january jan enero",
  "february feb febrero",
  "march mar marzo",
  "april apr abril",
  "may mayo",
  "june jun junio",
  "july jul julio",
  "august aug agosto",
  "september sep sept septiembre setiembre",
  "october oct octubre",
  "november nov noviembre",
  "december dec diciembre",
]);
export const WEEKDAYS = numbered([
  "monday mon lunes",
  "tuesday tue tues martes",
  "wednesday wed miercoles",
  "thursday thu thur thurs jueves",
  "friday fri viernes",
  "saturday sat sabado",
  "sunday sun domingo",
]);

const ORDINALS = numbered(
  "first primero primer,second segundo,third tercero,fourth cuarto,fifth quinto,sixth sexto,seventh septimo,eighth octavo,ninth noveno,tenth decimo,eleventh,twelfth,thirteenth,fourteenth,fifteenth,sixteenth,seventeenth,eighteenth,nineteenth,twentieth".split(
    ",",
  ),
);

export type SaidDay = { day: number; ordinal: boolean; length: number };

/** The day of a month that is said at this place: "fifth", "5th", "twenty first", "treinta y uno", "5". */
export function dayAt(words: Word[], at: number): SaidDay | undefined {
  const text = words[at]?.text ?? "";
  const typed = /^(\d{1,2})(st|nd|rd|th)?$/.exec(text);
  if (typed) return valid({ day: Number(typed[1]), ordinal: typed[2] !== undefined, length: 1 });
  const ordinal = text === "thirtieth" ? 30 : ORDINALS.get(text);
  if (ordinal) return valid({ day: ordinal, ordinal: true, length: 1 });
  const number = NUMBER_WORDS.get(text);
  if (!number || number.kind === "zero" || number.value > 31) return undefined;
  if (number.kind !== "ten") return valid({ day: number.value, ordinal: false, length: 1 });
  const skip = words[at + 1]?.text === "y" ? 2 : 1;
  const unit = words[at + skip]?.text ?? "";
  const added =
    ORDINALS.get(unit) ?? (NUMBER_WORDS.get(unit)?.kind === "unit" ? NUMBER_WORDS.get(unit)?.value : 0) ?? 0;
  if (added === 0 || added > 9) return valid({ day: number.value, ordinal: false, length: 1 });
  return valid({ day: number.value + added, ordinal: ORDINALS.has(unit), length: skip + 1 });
}

/** "two", "3", "a", "a couple of": how many days or weeks. */
export function countAt(words: Word[], at: number): { count: number; length: number } | undefined {
  const text = words[at]?.text ?? "";
  if (text === "couple") return { count: 2, length: words[at + 1]?.text === "of" ? 2 : 1 };
  if (text === "a" && words[at + 1]?.text === "couple")
    return { count: 2, length: words[at + 2]?.text === "of" ? 3 : 2 };
  if (/^(an?|una?)$/.test(text)) return { count: 1, length: 1 };
  const day = dayAt(words, at);
  return day && !day.ordinal ? { count: day.day, length: day.length } : undefined;
}

function valid(said: SaidDay): SaidDay | undefined {
  return said.day >= 1 && said.day <= 31 ? said : undefined;
}

function numbered(rows: string[]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap((words, index) => words.split(" ").map((word) => [word, index + 1] as const)));
}
