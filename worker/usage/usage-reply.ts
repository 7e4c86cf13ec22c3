import { oneOf } from "../lib/one-of.ts";
import { FREE_CALLS, type FreeCall } from "./billed-minutes.ts";
import type { UsageOfDay } from "./store/ledger.ts";

type Usage = { from: string; to: string; timezone: string; days: UsageOfDay[] };

/** What `GET /api/usage` answers. Days and months are those of the company's calendar; those without a call are left out. */
export function usageReply({ from, to, timezone, days }: Usage) {
  return {
    period_start: from,
    period_end: to,
    timezone,
    ...totals(days),
    free_calls: freeCalls(days),
    by_day: grouped(days, ({ date }) => date).map(([date, of]) => ({ date, ...totals(of) })),
    by_month: grouped(days, ({ date }) => date.slice(0, 7)).map(([month, of]) => ({ month, ...totals(of) })),
  };
}

function totals(days: UsageOfDay[]) {
  const sum = (rows: UsageOfDay[], what: "calls" | "minutes" | "costMillicents") =>
    rows.reduce((total, row) => total + row[what], 0);
  return {
    minutes: sum(days, "minutes"),
    calls: sum(days, "calls"),
    billed_calls: sum(
      days.filter(({ free }) => free === null),
      "calls",
    ),
    cost_cents: sum(days, "costMillicents") / 1000,
  };
}

function freeCalls(days: UsageOfDay[]): Record<FreeCall, number> {
  const counted = oneOf(FREE_CALLS).map((reason) => {
    const of = days.filter(({ free }) => free === reason);
    return [reason, of.reduce((sum, { calls }) => sum + calls, 0)];
  });
  return Object.fromEntries(counted) as Record<FreeCall, number>; // one entry for each
}

function grouped(days: UsageOfDay[], by: (day: UsageOfDay) => string): [string, UsageOfDay[]][] {
  return [...Map.groupBy(days, by)].sort(([a], [b]) => (a < b ? -1 : 1));
}
