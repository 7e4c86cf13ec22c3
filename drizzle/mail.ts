import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { user } from "./accounts.ts";
import { instant, NOW_MS, tenant, timestamps } from "./columns.ts";

/**
 * Mail on its way out: written with its cause, sent by a job, retried until `sent_at` or `failed_at` is set. The words
 * are forgotten then, because links in them open accounts. Read by jobs alone.
 */
export const outgoingMail = sqliteTable(
  "outgoing_mail",
  {
    /** Also the key by which the mail provider tells a repeat from a new mail. */
    id: text("id").primaryKey(),
    userId: tenant().references(() => user.id),
    recipient: text("recipient").notNull(),
    subject: text("subject").notNull(),
    textBody: text("text_body"),
    htmlBody: text("html_body"),
    attempts: integer("attempts").notNull().default(0),
    /** Not before this; while a job is sending, until when nobody else may. */
    nextAttemptAt: instant("next_attempt_at").notNull().default(NOW_MS),
    sentAt: instant("sent_at"),
    failedAt: instant("failed_at"),
    ...timestamps(),
    /** After this the mail is no use to anybody, because the link in it has died; null = never. */
    expiresAt: instant("expires_at"),
    /** When it was given to a provider that cannot tell a repeat; from then on it may have gone out. */
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
