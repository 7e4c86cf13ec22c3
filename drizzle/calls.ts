import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, real, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";
import { MESSAGE_CATEGORIES } from "../worker/tools/take-message-args.ts";
import { user } from "./accounts.ts";
import { instant, NOW_MS, tenant, timestamps } from "./columns.ts";
import { tenantPhoneNumbers } from "./tenants.ts";

/** Every ring of a known number, written after the answer went out. Repeats of one ring are one row. */
export const inboundLog = sqliteTable(
  "inbound_log",
  {
    id: text("id").primaryKey(),
    userId: tenant().references(() => user.id),
    numberId: text("number_id").notNull(),
    /** Retell's call id, or the signature where it sent none. */
    dedupeKey: text("dedupe_key").notNull(),
    fromNumber: text("from_number"),
    forwardReason: text("forward_reason").notNull().default(""),
    outcome: text("outcome", { enum: ["answered", "stale", "rejected"] }).notNull(),
    milliseconds: integer("milliseconds").notNull(),
    receivedAt: instant("received_at").notNull(),
  },
  (t) => [
    unique("ring_once").on(t.userId, t.dedupeKey),
    foreignKey({
      columns: [t.userId, t.numberId],
      foreignColumns: [tenantPhoneNumbers.userId, tenantPhoneNumbers.id],
    }).onDelete("cascade"),
    index("rings_of_tenant").on(t.userId, t.receivedAt),
    check("known_ring_outcome", sql`${t.outcome} IN ('answered', 'stale', 'rejected')`),
  ],
);

/** Rings of numbers that no company has added; no tenant, so nothing but the fact. */
export const unclaimedRings = sqliteTable("unclaimed_rings", {
  dedupeKey: text("dedupe_key").primaryKey(),
  toNumber: text("to_number").notNull(),
  receivedAt: instant("received_at").notNull().default(NOW_MS),
});

/** What a caller asked the agent to pass on. */
export const messages = sqliteTable(
  "messages",
  {
    id: text("id").primaryKey(),
    userId: tenant().references(() => user.id),
    /** Retell's call id, or the hash of the request where there was none. */
    callId: text("call_id").notNull(),
    /** SHA-256 of the message: the same words in the same call are the same message. */
    messageHash: text("message_hash").notNull(),
    category: text("category", { enum: MESSAGE_CATEGORIES }).notNull().default("message"),
    message: text("message").notNull(),
    callerName: text("caller_name"),
    callbackNumber: text("callback_number"),
    fromNumber: text("from_number"),
    confirmationNumber: text("confirmation_number"),
    doneAt: instant("done_at"),
    ...timestamps(),
  },
  (t) => [
    unique("message_once").on(t.userId, t.callId, t.messageHash),
    index("messages_of_tenant").on(t.userId, t.createdAt),
    check(
      "known_category",
      sql`${t.category} IN ('message', 'change_request', 'cancellation', 'late_driver', 'lost_item', 'new_booking')`,
    ),
  ],
);

/** One row a call, whatever the order and number of Retell's events about it. */
export const calls = sqliteTable(
  "calls",
  {
    id: text("id").primaryKey(),
    userId: tenant().references(() => user.id),
    callId: text("call_id").notNull(),
    agentVersion: integer("agent_version"),
    fromNumber: text("from_number"),
    toNumber: text("to_number").notNull(),
    /** Retell's own words; its lists grow, so they are kept as they come. */
    status: text("status").notNull(),
    disconnectionReason: text("disconnection_reason"),
    transferDestination: text("transfer_destination"),
    startedAt: instant("started_at"),
    endedAt: instant("ended_at"),
    durationMs: integer("duration_ms"),
    summary: text("summary"),
    sentiment: text("sentiment"),
    successful: integer("successful", { mode: "boolean" }),
    costCents: real("cost_cents"),
    ...timestamps(),
  },
  (t) => [unique("call_once").on(t.userId, t.callId), index("calls_of_tenant").on(t.userId, t.startedAt)],
);

/** What Retell told of a call, as it came but for the word timings: nothing acknowledged is lost. One row an event. */
export const callEvents = sqliteTable(
  "call_events",
  {
    id: text("id").primaryKey(),
    userId: tenant().references(() => user.id),
    callId: text("call_id").notNull(),
    event: text("event").notNull(),
    /** JSON. */
    payload: text("payload").notNull(),
    receivedAt: instant("received_at").notNull().default(NOW_MS),
  },
  (t) => [unique("event_once").on(t.userId, t.callId, t.event), check("payload_json", sql`json_valid(${t.payload})`)],
);
