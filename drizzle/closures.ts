import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { CLOSURE_STEPS } from "../worker/closure/steps.ts";
import { user } from "./accounts.ts";
import { instant, NOW_MS, tenant } from "./columns.ts";

/** A number that was the company's when it left: what of it lies elsewhere goes by these names. */
export type NumberToForget = { id: string; phoneNumber: string };

/**
 * A company on its way out: one row from the moment its operator says so until the account is gone. Each step is
 * written down before anything of it is done. Read by sign-in, which refuses such an account, and by jobs.
 */
export const closures = sqliteTable(
  "closures",
  {
    id: text("id").primaryKey(),
    userId: tenant()
      .unique()
      .references(() => user.id),
    step: text("step", { enum: CLOSURE_STEPS }).notNull().default("numbers"),
    numbers: text("numbers", { mode: "json" }).$type<NumberToForget[]>().notNull(),
    /** For the anonymous row that stays: when the account was opened, and how many calls it has had. */
    openedAt: instant("opened_at").notNull(),
    calls: integer("calls").notNull(),
    requestedAt: instant("requested_at").notNull(),
    /** In a row without any progress. */
    attempts: integer("attempts").notNull().default(0),
    /** Not before this; while a job is at it, until when nobody else may. */
    nextAttemptAt: instant("next_attempt_at").notNull().default(0),
  },
  (t) => [
    index("closures_waiting").on(t.nextAttemptAt),
    check("closure_numbers_json", sql`json_valid(${t.numbers})`),
    check(
      "known_closure_step",
      sql`${t.step} IN ('numbers', 'calls', 'secrets', 'archive', 'snapshots', 'records', 'account')`,
    ),
  ],
);

/** All that stays of a company that left: that there was one. No name, no number, no account. */
export const closedAccounts = sqliteTable("closed_accounts", {
  id: text("id").primaryKey(),
  openedAt: instant("opened_at").notNull(),
  closedAt: instant("closed_at").notNull().default(NOW_MS),
  numbers: integer("numbers").notNull(),
  calls: integer("calls").notNull(),
});
