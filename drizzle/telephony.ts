import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { oneOf } from "../worker/lib/one-of.ts";
import type { NumberSettings } from "../worker/route-setup/carrier-side.ts";
import type { SetupPart } from "../worker/route-setup/setup-parts.ts";
import { SETUP_STATES } from "../worker/route-setup/setup-states.ts";
import type { SetupStep } from "../worker/route-setup/setup-steps.ts";
import type { Override } from "../worker/routing/decide.ts";
import { CARRIERS } from "../worker/telephony/carriers.ts";
import { ROUTE_METHODS } from "../worker/telephony/route-methods.ts";
import { INCIDENT_KINDS } from "../worker/watchdog/incident-kinds.ts";
import { user } from "./accounts.ts";
import { instant, tenant, timestamps } from "./columns.ts";
import { tenantPhoneNumbers } from "./tenants.ts";

/**
 * A company's account at its carrier, with which its webhooks are verified. The secrets are in the vault (kinds
 * `carrier_token`, `carrier_token_previous` and `carrier_key`); this row only says since when.
 */
export const carrierAccounts = sqliteTable(
  "carrier_accounts",
  {
    userId: tenant().references(() => user.id),
    carrier: text("carrier", { enum: CARRIERS }).notNull(),
    /** Twilio's account SID: a webhook must name it. */
    accountSid: text("account_sid"),
    /** Telnyx's public key: its webhooks are signed with the private one. */
    publicKey: text("public_key"),
    /** The SID of a Twilio API key; its secret is in the vault. */
    apiKeySid: text("api_key_sid"),
    tokenSetAt: instant("token_set_at"),
    apiKeySetAt: instant("api_key_set_at"),
    ...timestamps(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.carrier] })],
);

/** How calls to a number reach the agent. Deleted with the number. */
export const numberRoutes = sqliteTable(
  "number_routes",
  {
    userId: tenant().references(() => user.id),
    numberId: text("number_id").notNull(),
    method: text("method", { enum: oneOf(ROUTE_METHODS) }).notNull(),
    /** The number that callers dial, E.164, where it is not the agent's own. */
    publicNumber: text("public_number"),
    /** In the carrier's URLs: 32 random bytes, base64url. A new one makes the old URLs unknown. */
    token: text("token").notNull().unique(),
    /** Whoever picks up at the office presses 1 to take the call, so that a voicemail cannot take it. */
    pressOne: integer("press_one", { mode: "boolean" }).notNull().default(false),
    /** Calls go to the agent over SIP. Counts only while it is proven for the account that the carrier's calls come from. */
    sipLeg: integer("sip_leg", { mode: "boolean" }).notNull().default(false),
    /** Until then the calls to the agent try SIP, because the operator asked for it. */
    sipTryUntil: instant("sip_try_until"),
    /** When a call last reached the agent over SIP, and from which account: Twilio's SID, or Telnyx's public key. */
    sipProvenAt: instant("sip_proven_at"),
    sipProvenFor: text("sip_proven_for"),
    /** When one last did not, and went to the agent's number instead. */
    sipFailedAt: instant("sip_failed_at"),
    /** Since when this way counts; the watchdog looks no further back. */
    methodSince: instant("method_since"),
    ...timestamps(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.numberId] }),
    foreignKey({
      columns: [t.userId, t.numberId],
      foreignColumns: [tenantPhoneNumbers.userId, tenantPhoneNumbers.id],
    }).onDelete("cascade"),
    check(
      "public_e164",
      sql`${t.publicNumber} IS NULL OR (${t.publicNumber} GLOB '+[1-9]*' AND length(${t.publicNumber}) BETWEEN 8 AND 16)`,
    ),
  ],
);

/**
 * A number that we have set up through its carrier's API, and the way back. The row, with what we found, is written
 * before anything is changed and deleted when everything is as it was before. It is also deleted with the number.
 */
export const routeSetups = sqliteTable(
  "route_setups",
  {
    /** Stands in the name of what we make at the carrier, so that it is found again although an answer was lost. */
    id: text("id").notNull().unique(),
    userId: tenant().references(() => user.id),
    numberId: text("number_id").notNull(),
    carrier: text("carrier", { enum: CARRIERS }).notNull(),
    /** The number that callers dial, E.164, and the carrier's id of it. */
    publicNumber: text("public_number").notNull(),
    carrierNumberId: text("carrier_number_id").notNull(),
    state: text("state", { enum: SETUP_STATES }).notNull(),
    /** Which step it is at, or stopped at (worker/route-setup/setup-steps.ts). */
    step: text("step").$type<SetupStep>(),
    /** What it makes at the carrier; null in a row from before there was a choice. */
    parts: text("parts", { mode: "json" }).$type<SetupPart[]>(),
    /** What we found. Undoing writes exactly this. */
    former: text("former", { mode: "json" }).$type<NumberSettings>().notNull(),
    /** What we have written, or were about to write, the latest last. */
    written: text("written", { mode: "json" }).$type<NumberSettings[]>().notNull(),
    /** What it was last set up with: our address, and for a Studio flow the ring time. A new token makes another one. */
    voiceUrl: text("voice_url"),
    /** When a request was sent whose answer is not known: it may still have its effect. */
    unansweredAt: instant("unanswered_at"),
    /** Why the last try stopped (worker/route-setup/setup-words.ts). */
    trouble: text("trouble"),
    lease: text("lease"),
    leaseUntil: instant("lease_until"),
    startedAt: instant("started_at").notNull(),
    setUpAt: instant("set_up_at"),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.numberId] }),
    foreignKey({
      columns: [t.userId, t.numberId],
      foreignColumns: [tenantPhoneNumbers.userId, tenantPhoneNumbers.id],
    }).onDelete("cascade"),
  ],
);

/** What the watchdog has found about a number's route. Mailed once; it goes when it is over. */
export const routeIncidents = sqliteTable(
  "route_incidents",
  {
    userId: tenant().references(() => user.id),
    numberId: text("number_id").notNull(),
    kind: text("kind", { enum: INCIDENT_KINDS }).notNull(),
    foundAt: instant("found_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.numberId, t.kind] }),
    foreignKey({
      columns: [t.userId, t.numberId],
      foreignColumns: [tenantPhoneNumbers.userId, tenantPhoneNumbers.id],
    }).onDelete("cascade"),
  ],
);

/** The manual switch of the Overview: who answers until a minute, whatever the schedule says. */
export const answeringOverrides = sqliteTable("answering_overrides", {
  userId: tenant()
    .primaryKey()
    .references(() => user.id),
  answers: text("answers").$type<Override["answers"]>().notNull(),
  until: instant("until").notNull(),
  setAt: instant("set_at").notNull(),
});

/**
 * A call that a carrier asked us about, and what happened to its legs. It tells the agent's ring why the call comes,
 * proves that the route works, and keeps a replayed request from changing anything. Deleted with the rings, after 90
 * days.
 */
export const routedCalls = sqliteTable(
  "routed_calls",
  {
    userId: tenant().references(() => user.id),
    /** The carrier's own id of the call. */
    carrierCallId: text("carrier_call_id").notNull(),
    numberId: text("number_id").notNull(),
    /** Whom the agent's number will see calling, E.164: the caller, or the dialled number for one who is withheld. */
    caller: text("caller"),
    withheld: integer("withheld", { mode: "boolean" }).notNull().default(false),
    agentNumber: text("agent_number").notNull(),
    /** Why the call went where it went (RouteReason). */
    reason: text("reason").notNull(),
    receivedAt: instant("received_at").notNull(),
    /** How the office's leg ended, in the carrier's words; null = it did not ring or has not ended. */
    officeStatus: text("office_status"),
    officeSeconds: integer("office_seconds"),
    officeEndedAt: instant("office_ended_at"),
    /** When somebody at the office pressed 1 to take the call. */
    officePressedAt: instant("office_pressed_at"),
    /** When the call was sent on to the agent; the agent's ring claims it within 90 seconds. */
    toAgentAt: instant("to_agent_at"),
    claimedAt: instant("claimed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.carrierCallId] }),
    index("routed_calls_of_tenant").on(t.userId, t.receivedAt),
    index("routed_calls_to_claim").on(t.agentNumber, t.toAgentAt).where(sql`${t.claimedAt} IS NULL`),
  ],
);
