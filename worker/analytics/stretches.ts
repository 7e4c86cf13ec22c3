import { Temporal } from "temporal-polyfill/implementation";

/** A day, or the part of it before or after the clocks change. Instants are epoch milliseconds, the end exclusive. */
export type Stretch = { date: string; startsAt: number; endsAt: number; offsetMs: number };

/** The days from `from` to `to` ("YYYY-MM-DD", both included) in an IANA zone, cut where the offset to UTC changes. */
export function stretchesOf(from: string, to: string, zone: string): Stretch[] {
  const last = Temporal.PlainDate.from(to);
  const stretches: Stretch[] = [];
  for (
    let day = Temporal.PlainDate.from(from);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    stretches.push(...stretchesOfDay(day, zone));
  }
  return stretches;
}

function stretchesOfDay(day: Temporal.PlainDate, zone: string): Stretch[] {
  const end = day.add({ days: 1 }).toZonedDateTime(zone);
  const stretches: Stretch[] = [];
  for (let at = day.toZonedDateTime(zone); Temporal.ZonedDateTime.compare(at, end) < 0; ) {
    const change = at.getTimeZoneTransition("next");
    const next = change && Temporal.ZonedDateTime.compare(change, end) < 0 ? change : end;
    stretches.push({
      date: day.toString(),
      startsAt: at.epochMilliseconds,
      endsAt: next.epochMilliseconds,
      offsetMs: at.offsetNanoseconds / 1_000_000,
    });
    at = next;
  }
  return stretches;
}
