import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { CLOSURE_STEPS } from "../worker/closure/steps.ts";
import { user } from "./accounts.ts";
import { instant, isOneOf, NOW_MS, tenant } from "./columns.ts";

/** A number that the company had when it left, so that its data outside the database can be found and deleted. */
export type NumberToForget = { id: string; phoneNumber: string };

/**
 * An account that is being closed: one row from the operator's request until the account is gone. Each step is stored
 * before it begins. Read by sign-in, which refuses the account, and by jobs.
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
    /** For the anonymous row that remains: when the account was opened, and how many calls it had. */
    openedAt: instant("opened_at").notNull(),
    calls: integer("calls").notNull(),
    requestedAt: instant("requested_at").notNull(),
    /** Consecutive attempts without progress. */
    attempts: integer("attempts").notNull().default(0),
    /** Not before this. While a job works on it: until when no other job may. */
    nextAttemptAt: instant("next_attempt_at").notNull().default(0),
  },
  (t) => [
    index("closures_waiting").on(t.nextAttemptAt),
    check("closure_numbers_json", sql`json_valid(${t.numbers})`),
    check("known_closure_step", isOneOf(t.step, CLOSURE_STEPS)),
  ],
);

/** All that remains of a company that left: the fact that it existed. No name, no number, no account. */
export const closedAccounts = sqliteTable("closed_accounts", {
  id: text("id").primaryKey(),
  openedAt: instant("opened_at").notNull(),
  closedAt: instant("closed_at").notNull().default(NOW_MS),
  numbers: integer("numbers").notNull(),
  calls: integer("calls").notNull(),
});
