import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";
import { oneOf } from "../worker/lib/one-of.ts";
import { FREE_CALLS } from "../worker/usage/billed-minutes.ts";
import { user } from "./accounts.ts";
import { instant, isOneOf, NOW_MS, tenant } from "./columns.ts";

/**
 * The usage ledger: what each finished call adds to what a company is billed. A row is never changed. When Retell corrects
 * a call, further rows take back what was wrong, so the sum over a call's rows is always what the call costs
 * (`worker/usage/settle-entries.ts`). Kept as long as the account.
 */
export const usageEntries = sqliteTable(
  "usage_entries",
  {
    id: text("id").primaryKey(),
    userId: tenant().references(() => user.id),
    /** Retell's id of the call. */
    callId: text("call_id").notNull(),
    /** Counts the rows of a call from 0. Two jobs that settle it at the same time cannot both write the same row. */
    n: integer("n").notNull(),
    /** When the call took place; it decides the day, the month and the billing period. */
    at: instant("at").notNull(),
    /** 1 for the call, -1 where a row takes one back. */
    calls: integer("calls").notNull(),
    minutes: integer("minutes").notNull(),
    /** What Retell charges us, in thousandths of a cent. */
    costMillicents: integer("cost_millicents").notNull(),
    /** Why the call is free; null if it is billed. */
    free: text("free", { enum: oneOf(FREE_CALLS) }),
    recordedAt: instant("recorded_at").notNull().default(NOW_MS),
  },
  (t) => [
    unique("usage_entry_once").on(t.userId, t.callId, t.n),
    index("usage_of_tenant").on(t.userId, t.at),
    check("known_free_call", sql`${t.free} IS NULL OR ${isOneOf(t.free, oneOf(FREE_CALLS))}`),
  ],
);
