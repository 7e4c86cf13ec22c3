import { add, type Figures, NO_FIGURES, SPLITS } from "./measures.ts";

/** The figures of a day for one of the company's numbers; `number` is "" if it is not known. */
export type CountedDay = { date: string; number: string; figures: Figures };

export type KnownNumber = { id: string; phoneNumber: string; label: string | null };

type Counted = {
  from: string;
  to: string;
  timezone: string;
  dates: string[];
  days: CountedDay[];
  numbers: KnownNumber[];
};

/**
 * What the Analytics page shows. Each call counts on the day and in the hour in which it began, each message when it
 * was taken. `dates` are all days of the range, so that days without a call are included.
 */
export function analyticsReply({ from, to, timezone, dates, days, numbers }: Counted) {
  const all = total(days);
  const byDate = Map.groupBy(days, ({ date }) => date);
  return {
    from,
    to,
    timezone,
    ...sumsReply(all),
    messages_by_category: SPLITS.categories.map((category) => ({ category, messages: all.categories[category] ?? 0 })),
    by_day: dates.map((date) => ({ date, ...sumsReply(total(byDate.get(date) ?? [])) })),
    by_hour: SPLITS.hours.map((hour) => ({ hour: Number(hour), calls: all.hours[hour] ?? 0 })),
    reasons: split(all.reasons, SPLITS.reasons).map(([reason, calls]) => ({
      reason,
      calls,
    })),
    languages: split(all.languages, SPLITS.languages).map(([language, calls]) => ({
      language,
      calls,
    })),
    by_number: byNumber(days, numbers),
  };
}

function sumsReply(figures: Figures) {
  const { calls, timed, duration_ms, messages, offered, tried, connected, found, not_found, asked_more, locked } =
    figures;
  return {
    calls,
    minutes: Math.round(duration_ms / 6000) / 10,
    average_duration_ms: timed === 0 ? 0 : Math.round(duration_ms / timed),
    transfers: { offered, tried, connected, failed: tried - connected },
    messages,
    look_ups: { found, not_found, asked_more, locked },
  };
}

/** Every number the company has, and those it had if they had calls. The most called first. */
function byNumber(days: CountedDay[], numbers: KnownNumber[]) {
  const counted = Map.groupBy(days, ({ number }) => number);
  const removed = [...counted.keys()].filter((number) => !numbers.some(({ phoneNumber }) => phoneNumber === number));
  return [
    ...numbers.map(({ id, phoneNumber, label }) => ({ number_id: id, phone_number: phoneNumber, label })),
    ...removed.map((number) => ({ number_id: null, phone_number: number, label: null })),
  ]
    .map((number) => ({ ...number, ...totalsOf(total(counted.get(number.phone_number) ?? [])) }))
    .filter(({ number_id, calls }) => number_id !== null || calls > 0)
    .sort((a, b) => b.calls - a.calls);
}

function totalsOf({ calls, duration_ms }: Figures) {
  return { calls, minutes: Math.round(duration_ms / 6000) / 10 };
}

function total(days: CountedDay[]): Figures {
  return days.reduce((sum, { figures }) => add(sum, figures), NO_FIGURES);
}

/** Every value with its count, the most frequent first. */
function split<Value extends string>(counts: Record<string, number>, values: readonly Value[]): [Value, number][] {
  return values.map((value): [Value, number] => [value, counts[value] ?? 0]).sort(([, a], [, b]) => b - a);
}
