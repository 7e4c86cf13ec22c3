import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { user } from "./accounts.ts";
import { instant, NOW_MS, tenant, timestamps } from "./columns.ts";

/**
 * Outgoing mail: written in the same batch as its cause, sent by a job, retried until `sent_at` or `failed_at` is set. Its
 * text is deleted then, because it may contain links that open accounts. Only jobs read it.
 */
export const outgoingMail = sqliteTable(
  "outgoing_mail",
  {
    /** Also the idempotency key for the mail provider. */
    id: text("id").primaryKey(),
    userId: tenant().references(() => user.id),
    recipient: text("recipient").notNull(),
    subject: text("subject").notNull(),
    textBody: text("text_body"),
    htmlBody: text("html_body"),
    attempts: integer("attempts").notNull().default(0),
    /** Not before this. While a job is sending it: until when no other job may. */
    nextAttemptAt: instant("next_attempt_at").notNull().default(NOW_MS),
    sentAt: instant("sent_at"),
    failedAt: instant("failed_at"),
    ...timestamps(),
    /** When the mail becomes useless because its link expires; null means never. */
    expiresAt: instant("expires_at"),
    /** When it was handed to a provider without idempotency keys. From then on it may have gone out. */
    handedOverAt: instant("handed_over_at"),
  },
  (t) => [
    index("mail_waiting").on(t.nextAttemptAt).where(sql`${t.sentAt} IS NULL AND ${t.failedAt} IS NULL`),
    index("mail_of_tenant").on(t.userId),
    check(
      "mail_forgotten",
      sql`(${t.sentAt} IS NULL AND ${t.failedAt} IS NULL) = (${t.textBody} IS NOT NULL AND ${t.htmlBody} IS NOT NULL)`,
    ),
  ],
);
