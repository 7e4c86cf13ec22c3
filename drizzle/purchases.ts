import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { PURCHASE_COUNTRIES } from "../worker/numbers/purchase-countries.ts";
import { user } from "./accounts.ts";
import { instant, isOneOf, tenant } from "./columns.ts";

/**
 * A number that a company asked us to buy at Retell. The row is there before the request is sent; its id stands in the
 * number's nickname at Retell, because Retell has no idempotency key. Once bought, the number is a row of
 * `tenant_phone_numbers` with the same id. Kept to count a day's purchases.
 */
export const numberPurchases = sqliteTable(
  "number_purchases",
  {
    id: text("id").primaryKey(),
    userId: tenant().references(() => user.id),
    areaCode: integer("area_code"),
    countryCode: text("country_code", { enum: PURCHASE_COUNTRIES }),
    tollFree: integer("toll_free", { mode: "boolean" }).notNull().default(false),
    requestedAt: instant("requested_at").notNull(),
    /** When a request was last sent. From then on a number may be there, whatever was answered. */
    sentAt: instant("sent_at"),
    /** Set once Retell has refused and no earlier request can still arrive. */
    refusedAt: instant("refused_at"),
    /** The number, E.164, once it was bought. */
    phoneNumber: text("phone_number"),
    /** The company leaves: whatever arrives is given back. */
    cancelledAt: instant("cancelled_at"),
    /** The cause of a purchase that was given up (worker/numbers/retell-trouble.ts). */
    errorCode: text("error_code"),
    attempts: integer("attempts").notNull().default(0),
    /** When a job is due; null = settled: bought, or given up. */
    nextAttemptAt: instant("next_attempt_at"),
    lease: text("lease"),
    leaseUntil: instant("lease_until"),
  },
  (t) => [
    index("number_purchases_of_tenant").on(t.userId, t.requestedAt),
    index("number_purchases_by_day").on(t.requestedAt),
    index("number_purchases_due").on(t.nextAttemptAt).where(sql`${t.nextAttemptAt} IS NOT NULL`),
    check("toll_free_flag", sql`${t.tollFree} IN (0, 1)`),
    check("known_country", sql`${t.countryCode} IS NULL OR ${isOneOf(t.countryCode, PURCHASE_COUNTRIES)}`),
  ],
);
