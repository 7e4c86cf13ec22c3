import type { Word } from "../spoken/words.ts";
import { countAt, WEEKDAYS } from "./date-words.ts";

/** The company's day and hour at the time of the call; `weekday` 1 to 7 from Monday. */
export type Today = { weekday: number; hour: number };

/** Days from today. `hours`: only pick-ups in these local hours, the end excluded. */
export type Offset = { days: number; hours?: [from: number, before: number] };

const NIGHT_ENDS = 4; // o'clock: until then people still speak of the evening before
const EVENING_BEGINS = 18;

/** "tomorrow", "in two days", "a week from Friday", "pasado mañana": the days it may be. Undefined if none is said. */
export function relativeDays(words: Word[], today: Today): Offset[] | undefined {
  const text = words.map((word) => word.text).join(" ");
  const said = daysAhead(words, today) ?? namedDay(text, today) ?? weekdayAhead(text, today);
  return said && /\b(night|tonight|midnight|noche|medianoche)\b/.test(text) ? said.flatMap(throughTheNight) : said;
}

/** A ride "on Friday night" may leave after midnight. */
function throughTheNight(offset: Offset): Offset[] {
  return offset.hours ? [offset] : [offset, { days: offset.days + 1, hours: [0, NIGHT_ENDS] }];
}

function namedDay(text: string, { hour }: Today): Offset[] | undefined {
  const late = hour < NIGHT_ENDS;
  // After midnight, many people call the day that has begun "tomorrow".
  const fromTomorrow = (days: number): Offset[] => (late ? [{ days }, { days: days - 1 }] : [{ days }]);
  if (/\bday after tomorrow\b|\bpasado manana\b|\bovermorrow\b/.test(text)) return fromTomorrow(2);
  if (/\bday before yesterday\b|\bante ?ayer\b|\bantier\b/.test(text)) return [{ days: -2 }];
  if (/\btomorrow week\b/.test(text)) return fromTomorrow(8);
  if (/\btomorrow\b/.test(text) || /(?<!\b(?:la|de|esta|in the) )\bmanana\b/.test(text)) return fromTomorrow(1);
  if (/\byesterday\b|\bayer\b/.test(text)) return [{ days: -1 }];
  if (/\blast night\b|\banoche\b/.test(text)) return [{ days: -1 }];
  if (/\btonight\b|\bthis (evening|night)\b|\besta noche\b/.test(text))
    return late ? [{ days: 0 }, { days: -1, hours: [EVENING_BEGINS, 24] }] : [{ days: 0 }];
  return /\btoday\b|\bhoy\b|\bthis (morning|afternoon)\b|\besta (manana|tarde)\b|\bright now\b/.test(text)
    ? [{ days: 0 }]
    : undefined;
}

/** "in two days", "three days from now", "dentro de una semana", "a week from Friday". */
function daysAhead(words: Word[], today: Today): Offset[] | undefined {
  for (let at = 0; at < words.length; at++) {
    const counted = countAt(words, at);
    const unit = counted && words[at + counted.length]?.text;
    if (!counted || !unit || !/^(days?|dias?|weeks?|semanas?)$/.test(unit)) continue;
    const days = counted.count * (/^(week|semana)/.test(unit) ? 7 : 1);
    const before = words[at - 1]?.text ?? "";
    const rest = words
      .slice(at + counted.length + 1)
      .map((word) => word.text)
      .join(" ");
    if (/^(in|en|de|within)$/.test(before) || /^(from now|out|ahead)\b/.test(rest)) return [{ days }];
    if (!/^(from|after|despues de|a partir de)\b/.test(rest)) continue;
    const from = namedDay(rest, today) ?? weekdayAhead(rest, today);
    return from?.map((offset) => ({ ...offset, days: offset.days + days }));
  }
  return undefined;
}

/** "Friday", "this Friday", "next Monday", "el lunes que viene". */
function weekdayAhead(text: string, { weekday }: Today): Offset[] | undefined {
  const name = text.split(" ").find((word) => WEEKDAYS.has(word));
  if (!name) return undefined;
  const ahead = ((WEEKDAYS.get(name) ?? 1) - weekday + 7) % 7; // today is 0
  if (/\blast\b|\bpasado\b/.test(text)) return [{ days: ahead - 7 }];
  const next = /\bnext\b|\bproximo\b|\bque viene\b|\bsiguiente\b|\bque entra\b/.test(text);
  if (/\bthis\b|\beste\b/.test(text) && !next) return [{ days: ahead }];
  if (!next) return ahead === 0 ? [{ days: 0 }, { days: 7 }] : [{ days: ahead }];
  const first = ahead || 7;
  // "Next Friday" on a Tuesday is this week's Friday for some and the one after for others; "next Monday" is clear.
  const thisWeek = weekday + first <= 7 || (weekday % 7) + first <= 6;
  return thisWeek ? [{ days: first + 7 }, { days: first }] : [{ days: first }];
}
