import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";
import { MESSAGE_CATEGORIES } from "../worker/messages/categories.ts";
import { user } from "./accounts.ts";
import { instant, isOneOf, tenant, timestamps } from "./columns.ts";

/** What a caller asked the agent to pass on. */
export const messages = sqliteTable(
  "messages",
  {
    id: text("id").primaryKey(),
    userId: tenant().references(() => user.id),
    /** Retell's call id, or the request's hash if there was none. */
    callId: text("call_id").notNull(),
    /** SHA-256 of the message, because the same words in the same call are one message. */
    messageHash: text("message_hash").notNull(),
    category: text("category", { enum: MESSAGE_CATEGORIES }).notNull().default("message"),
    message: text("message").notNull(),
    callerName: text("caller_name"),
    callbackNumber: text("callback_number"),
    fromNumber: text("from_number"),
    confirmationNumber: text("confirmation_number"),
    doneAt: instant("done_at"),
    /** Written by the operator. */
    note: text("note"),
    /** The mail about the message: the message's own id if it was mailed singly, otherwise the digest's id. */
    mailId: text("mail_id"),
    /** Whether it waits for the next digest. */
    awaitsDigest: integer("awaits_digest", { mode: "boolean" }).notNull().default(false),
    ...timestamps(),
  },
  (t) => [
    unique("message_once").on(t.userId, t.callId, t.messageHash),
    index("messages_of_tenant").on(t.userId, t.createdAt),
    index("messages_open").on(t.userId, t.createdAt).where(sql`${t.doneAt} IS NULL`),
    index("messages_awaiting_digest").on(t.createdAt).where(sql`${t.awaitsDigest} = 1`),
    check("known_category", isOneOf(t.category, MESSAGE_CATEGORIES)),
  ],
);

/** Which messages are mailed to an operator. Without a row every category is mailed right away. */
export const messageSettings = sqliteTable(
  "message_settings",
  {
    userId: tenant()
      .primaryKey()
      .references(() => user.id),
    /** Null means the address in the company's settings. */
    address: text("address"),
    /** JSON: the categories that are mailed right away; the others only appear in the inbox. */
    categories: text("categories", { mode: "json" }).$type<(typeof MESSAGE_CATEGORIES)[number][]>().notNull(),
    ...timestamps(),
  },
  (t) => [check("categories_json", sql`json_valid(${t.categories})`)],
);
