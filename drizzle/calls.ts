import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  unique,
} from "drizzle-orm/sqlite-core";
import { CALL_LANGUAGES, CALL_REASONS } from "../worker/calls/call-reasons.ts";
import { RING_OUTCOMES } from "../worker/inbound/ring-outcomes.ts";
import { oneOf } from "../worker/lib/one-of.ts";
import { user } from "./accounts.ts";
import { instant, isOneOf, NOW_MS, tenant, timestamps } from "./columns.ts";
import { tenantPhoneNumbers } from "./tenants.ts";

/** Every ring of a known number, written after the response. Repeats of a ring are one row. */
export const inboundLog = sqliteTable(
  "inbound_log",
  {
    id: text("id").primaryKey(),
    userId: tenant().references(() => user.id),
    numberId: text("number_id").notNull(),
    /** Retell's call id, or the request's signature if it sent none. */
    dedupeKey: text("dedupe_key").notNull(),
    fromNumber: text("from_number"),
    forwardReason: text("forward_reason").notNull().default(""),
    outcome: text("outcome", { enum: oneOf(RING_OUTCOMES) }).notNull(),
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
    check("known_ring_outcome", isOneOf(t.outcome, oneOf(RING_OUTCOMES))),
  ],
);

/** Rings of numbers that no company has added. Without a tenant we store only the fact. */
export const unclaimedRings = sqliteTable("unclaimed_rings", {
  dedupeKey: text("dedupe_key").primaryKey(),
  toNumber: text("to_number").notNull(),
  receivedAt: instant("received_at").notNull().default(NOW_MS),
});

/**
 * How many days a company keeps transcripts, recordings (no longer than transcripts) and bookings after their pick-up.
 * Without a row, 90 days each.
 */
export const retention = sqliteTable(
  "retention",
  {
    userId: tenant()
      .primaryKey()
      .references(() => user.id),
    transcriptDays: integer("transcript_days").notNull(),
    recordingDays: integer("recording_days").notNull(),
    ...timestamps(),
    /** Only the API checks its range, because adding a check here would rebuild the table. */
    reservationDays: integer("reservation_days").notNull().default(90),
  },
  (t) => [
    check("transcript_days_range", sql`${t.transcriptDays} BETWEEN 1 AND 730`),
    check("recording_days_range", sql`${t.recordingDays} BETWEEN 1 AND 730`),
  ],
);

/** When a call took place: its start, or when we first heard of it if it was never connected. No comma: drizzle-kit. */
export const CALL_TIME = sql<number>`(CASE WHEN "started_at" IS NULL THEN "created_at" ELSE "started_at" END)`;

/** One row per call, whatever the order and number of Retell's events about it. */
export const calls = sqliteTable(
  "calls",
  {
    id: text("id").primaryKey(),
    userId: tenant().references(() => user.id),
    callId: text("call_id").notNull(),
    agentVersion: integer("agent_version"),
    fromNumber: text("from_number"),
    toNumber: text("to_number").notNull(),
    /** The company's number, on whichever side of the call it was (E.164). Null on calls from before this column. */
    ownNumber: text("own_number"),
    /** Retell's own words. Its lists grow, so they are stored as they come. */
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
    /** How often the agent looked up a reservation. */
    lookups: integer("lookups").notNull().default(0),
    /** The same by how each ended. */
    lookupsFound: integer("lookups_found").notNull().default(0),
    lookupsNotFound: integer("lookups_not_found").notNull().default(0),
    lookupsAskedMore: integer("lookups_asked_more").notNull().default(0),
    lookupsLocked: integer("lookups_locked").notNull().default(0),
    /** Whether a look-up allowed a transfer to the driver, and whether the agent tried one, to driver or office. */
    transferOffered: integer("transfer_offered", { mode: "boolean" }).notNull().default(false),
    transferTried: integer("transfer_tried", { mode: "boolean" }).notNull().default(false),
    /** Why the caller called and in which language, from the analysis after the call. Null until then. */
    reason: text("reason", { enum: oneOf(CALL_REASONS) }),
    language: text("language", { enum: oneOf(CALL_LANGUAGES) }),
    /**
     * The archived object with the best transcript, and how good it is. Without a name and with rank -1 the archive has
     * events of the call but no transcript; without a rank it has nothing, or nothing any more.
     */
    transcriptName: text("transcript_name"),
    transcriptRank: integer("transcript_rank"),
    /** The same for the recording's address. */
    recordingName: text("recording_name"),
    recordingRank: integer("recording_rank"),
    /** When Retell deleted its copy of the call; null while it may still have one. */
    retellForgotAt: instant("retell_forgot_at"),
    /** The operator's feedback on the answers. */
    feedbackWrong: integer("feedback_wrong", { mode: "boolean" }),
    feedbackNote: text("feedback_note"),
    ...timestamps(),
  },
  (t) => [
    unique("call_once").on(t.userId, t.callId),
    index("calls_listed").on(t.userId, CALL_TIME),
    index("calls_with_transcript").on(t.userId, CALL_TIME).where(sql`${t.transcriptRank} IS NOT NULL`),
    index("calls_with_recording").on(t.userId, CALL_TIME).where(sql`${t.recordingRank} IS NOT NULL`),
    index("calls_at_retell").on(t.userId, CALL_TIME).where(sql`${t.retellForgotAt} IS NULL`),
  ],
);

/**
 * The figures of one day and one of the company's numbers, for the Analytics page. A row is deleted with every change of
 * a call or message in its time and computed again when it is next looked at, so it always equals a recount. A day on which
 * the clocks change is two rows, one for each offset. `number` is "" for messages whose call is unknown, and each day that
 * was computed has that row, even if it is empty.
 */
export const callDays = sqliteTable(
  "call_days",
  {
    userId: tenant().references(() => user.id),
    /** From here (epoch milliseconds) until `endsAt`, exclusive. */
    startsAt: instant("starts_at").notNull(),
    number: text("number").notNull(),
    endsAt: instant("ends_at").notNull(),
    /** "YYYY-MM-DD" on the clocks of `timezone`. */
    date: text("date").notNull(),
    timezone: text("timezone").notNull(),
    /** JSON: what was counted (`worker/analytics/measures.ts`). */
    figures: text("figures").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.startsAt, t.number] }),
    index("call_days_by_date").on(t.userId, t.date),
    check("figures_json", sql`json_valid(${t.figures})`),
  ],
);

/**
 * The inbox: events of calls that are not in the archive yet, as they came except for the word timings. A row is written
 * before the event is acknowledged and removed once it is archived. A repeat of the same event is one row.
 */
export const callEvents = sqliteTable(
  "call_events",
  {
    id: text("id").primaryKey(),
    userId: tenant().references(() => user.id),
    callId: text("call_id").notNull(),
    event: text("event").notNull(),
    /** SHA-256 of the payload. */
    payloadHash: text("payload_hash").notNull().default(""),
    /** JSON. */
    payload: text("payload").notNull(),
    attempts: integer("attempts").notNull().default(0),
    /** Not before this. While a job works on it: until when no other job may. */
    nextAttemptAt: instant("next_attempt_at").notNull().default(0),
    receivedAt: instant("received_at").notNull().default(NOW_MS),
  },
  (t) => [
    unique("event_once").on(t.userId, t.callId, t.event, t.payloadHash),
    index("events_waiting").on(t.nextAttemptAt),
    check("payload_json", sql`json_valid(${t.payload})`),
  ],
);
