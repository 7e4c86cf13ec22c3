import { Temporal } from "temporal-polyfill/implementation";
import { AppError } from "../lib/errors.ts";
import type { Services } from "../services.ts";
import { companyZone } from "../settings/company-zone.ts";
import { DEFAULT_CONFIG } from "../settings/config-schema.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { analyticsReply, type CountedDay, type KnownNumber } from "./analytics-reply.ts";
import { type AnalyticsQuery, daysBetween, LONGEST_RANGE_DAYS } from "./analytics-schema.ts";
import type { Figures } from "./measures.ts";
import { countDays, type StoredDay, storedDays } from "./store/call-days.ts";
import { type Stretch, stretchesOf } from "./stretches.ts";

const USUAL_DAYS = 30;
const STRETCHES_AT_ONCE = 62; // about 35,000 calls of a company with 200,000 a year, well below D1's 30 seconds

type Range = { from: string; to: string };

/**
 * The figures of a range of days. Stored figures are read in one round trip. Days without them, because nobody has
 * asked for them yet or because something about them has changed, are counted first.
 * @throws AppError 400 if the range is too long or the number is not the company's
 */
export async function showAnalytics(scope: UserScope, services: Services, query: AnalyticsQuery) {
  const { db, now } = services;
  const range = await rangeOf(scope, services, query);
  const stored = await storedDays(scope, db, range.from, range.to);
  const timezone = stored.timezone ?? DEFAULT_CONFIG.timezone;
  const known = stored.days.filter((day) => day.timezone === timezone); // after a change of the zone, calls fall on other days
  const missing = missingFrom(known, stretchesOf(range.from, earlier(range.to, todayIn(timezone, now())), timezone));
  const days: StoredDay[] = [...known];
  for (let at = 0; at < missing.length; at += STRETCHES_AT_ONCE) {
    const stretches = missing.slice(at, at + STRETCHES_AT_ONCE);
    days.push(...(await countDays(scope, db, { stretches, timezone })));
  }
  const wanted = wantedNumber(stored.numbers, query.number_id);
  return analyticsReply({
    ...range,
    timezone,
    dates: datesOf(range),
    days: days.filter(({ number }) => wanted === null || number === wanted.phoneNumber).map(counted),
    numbers: wanted ? [wanted] : stored.numbers,
  });
}

/** Both days of a query, of which one or both may be left out. */
async function rangeOf(scope: UserScope, { db, now }: Services, query: AnalyticsQuery): Promise<Range> {
  if (query.from && query.to) return { from: query.from, to: query.to };
  const today = todayIn(await companyZone(scope, db), now());
  const to = query.to ?? (query.from && query.from > today ? query.from : today);
  const from =
    query.from ??
    Temporal.PlainDate.from(to)
      .subtract({ days: USUAL_DAYS - 1 })
      .toString();
  if (daysBetween(from, to) < LONGEST_RANGE_DAYS) return { from, to };
  const fields = { from: `Choose at most ${LONGEST_RANGE_DAYS} days.` };
  throw new AppError(400, "validation_failed", "This range of days is too long.", { fields });
}

function todayIn(timezone: string, now: number): string {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone).toPlainDate().toString();
}

function missingFrom(known: StoredDay[], stretches: Stretch[]): Stretch[] {
  const starts = new Set(known.map(({ startsAt }) => startsAt));
  return stretches.filter(({ startsAt }) => !starts.has(startsAt));
}

function counted({ date, number, figures }: StoredDay): CountedDay {
  return { date, number, figures: JSON.parse(figures) as Figures }; // made by the statement itself
}

function wantedNumber(numbers: KnownNumber[], id: string | undefined): KnownNumber | null {
  if (id === undefined) return null;
  const found = numbers.find((number) => number.id === id);
  if (found) return found;
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
