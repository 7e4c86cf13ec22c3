import { Temporal } from "temporal-polyfill/implementation";
import { stretchesOf } from "../analytics/stretches.ts";
import type { Services } from "../services.ts";
import { companyZone } from "../settings/company-zone.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { usageByDay } from "./store/ledger.ts";
import { usageReply } from "./usage-reply.ts";
import type { UsageQuery } from "./usage-schema.ts";

/** The minutes and calls of a range of days, from the ledger: this month in the company's zone unless days are given. */
export async function showUsage(scope: UserScope, { db, now }: Services, { from, to }: UsageQuery) {
  const timezone = await companyZone(scope, db);
  const range = from && to ? { from, to } : monthOf(now(), timezone);
  const days = await usageByDay(scope, db, stretchesOf(range.from, range.to, timezone));
  return usageReply({ ...range, timezone, days });
}

/** The first and the last day of the month in which `now` (epoch milliseconds) falls. */
function monthOf(now: number, timezone: string): { from: string; to: string } {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone).toPlainDate();
  return { from: today.with({ day: 1 }).toString(), to: today.with({ day: today.daysInMonth }).toString() };
}
