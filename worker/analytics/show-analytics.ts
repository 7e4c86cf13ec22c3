import { Temporal } from "temporal-polyfill/implementation";
import { AppError } from "../lib/errors.ts";
import type { Services } from "../services.ts";
import { DEFAULT_CONFIG } from "../settings/config-schema.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { analyticsReply, type CountedDay } from "./analytics-reply.ts";
import { type AnalyticsQuery, daysBetween, LONGEST_RANGE_DAYS } from "./analytics-schema.ts";
import type { Figures } from "./measures.ts";
import { countDays, keptDays } from "./store/call-days.ts";
import { type Stretch, stretchesOf } from "./stretches.ts";

const USUAL_DAYS = 30;
const STRETCHES_AT_ONCE = 62; // about 35,000 calls of a company with 200,000 a year, well below D1's 30 seconds

type Kept = Awaited<ReturnType<typeof keptDays>>;
type Range = { from: string; to: string };

/**
 * The figures of a range of days. Stored figures are read in one round trip. Days without them, because nobody has
 * asked for them yet or because something about them has changed, are counted first.
 * @throws AppError 400 if the range is too long or the number is not the company's
 */
export async function showAnalytics(scope: UserScope, { db, now }: Services, query: AnalyticsQuery) {
  const anywhere = Temporal.Instant.fromEpochMilliseconds(now());
  let range = rangeOf(query, anywhere.toZonedDateTimeISO("UTC").toPlainDate());
  let kept = await keptDays(scope, db, range.from, range.to);
  const timezone = kept.timezone ?? DEFAULT_CONFIG.timezone;
  const today = anywhere.toZonedDateTimeISO(timezone).toPlainDate();
  const local = rangeOf(query, today);
  if (local.from !== range.from || local.to !== range.to) {
    range = local; // today is another day in the company's zone than in UTC
    kept = await keptDays(scope, db, range.from, range.to);
  }
  const stretches = stretchesOf(range.from, earlier(range.to, today.toString()), timezone);
  const missing = missingFrom(kept, stretches, timezone);
  if (missing.length > 0) {
    for (let at = 0; at < missing.length; at += STRETCHES_AT_ONCE) {
      await countDays(scope, db, { stretches: missing.slice(at, at + STRETCHES_AT_ONCE), timezone });
    }
    kept = await keptDays(scope, db, range.from, range.to);
  }
  return analyticsReply({
    ...range,
    timezone,
    dates: datesOf(range),
    days: daysOf(kept, timezone, wantedNumber(kept, query.number_id)),
    numbers: query.number_id ? kept.numbers.filter(({ id }) => id === query.number_id) : kept.numbers,
  });
}

/** Both days of a query, of which one or both may be left out. */
function rangeOf(query: AnalyticsQuery, today: Temporal.PlainDate): Range {
  const to = query.to ?? (query.from && query.from > today.toString() ? query.from : today.toString());
  const from =
    query.from ??
    Temporal.PlainDate.from(to)
      .subtract({ days: USUAL_DAYS - 1 })
      .toString();
  if (daysBetween(from, to) < LONGEST_RANGE_DAYS) return { from, to };
  const fields = { from: `Choose at most ${LONGEST_RANGE_DAYS} days.` };
  throw new AppError(400, "validation_failed", "This range of days is too long.", { fields });
}

/** What is not stored yet. After a change of the zone, the same calls fall on other days. */
function missingFrom({ days }: Kept, stretches: Stretch[], timezone: string): Stretch[] {
  const known = new Set(days.filter((day) => day.timezone === timezone).map(({ startsAt }) => startsAt));
  return stretches.filter(({ startsAt }) => !known.has(startsAt));
}

function daysOf({ days }: Kept, timezone: string, number: string | null): CountedDay[] {
  return days
    .filter((day) => day.timezone === timezone && (number === null || day.number === number))
    .map(({ date, number, figures }) => ({ date, number, figures: JSON.parse(figures) as Figures })); // we wrote it
}

function wantedNumber({ numbers }: Kept, id: string | undefined): string | null {
  if (id === undefined) return null;
  const found = numbers.find((number) => number.id === id);
  if (found) return found.phoneNumber;
  const fields = { number_id: "You have no such number. Choose one of your numbers, or leave it out for all of them." };
  throw new AppError(400, "validation_failed", "This number is not known.", { fields });
}

function datesOf({ from, to }: Range): string[] {
  const first = Temporal.PlainDate.from(from);
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, days) => first.add({ days }).toString());
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
