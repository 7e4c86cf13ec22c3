import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, unique } from "drizzle-orm/sqlite-core";
import type { BusinessHours } from "../worker/hours/hours.ts";
import { oneOf } from "../worker/lib/one-of.ts";
import { NUMBER_STATUSES } from "../worker/numbers/number-status.ts";
import { STORED_PROVIDERS, TRANSPORTS } from "../worker/numbers/trunk-words.ts";
import { VERIFICATION_RULES } from "../worker/reservations/verification-rules.ts";
import { FORWARDING_MODES } from "../worker/routing/forwarding-modes.ts";
import type { EditableConfig } from "../worker/settings/config-schema.ts";
import { user } from "./accounts.ts";
import { instant, isOneOf, NOW_MS, tenant, timestamps } from "./columns.ts";

/** How a company wants its phone answered (plan 1.1). Written by the dashboard, read when the phone rings. */
export const tenantConfig = sqliteTable(
  "tenant_config",
  {
    id: text("id").primaryKey(),
    userId: tenant()
      .unique()
      .references(() => user.id),
    companyName: text("company_name").notNull(),
    operatorName: text("operator_name"),
    operatorPhone: text("operator_phone"),
    operatorEmail: text("operator_email"),
    timezone: text("timezone").notNull().default("America/Phoenix"),
    welcomeMessage: text("welcome_message"),
    afterHoursMessage: text("after_hours_message"),
    businessHoursStart: integer("business_hours_start").notNull().default(6),
    businessHoursEnd: integer("business_hours_end").notNull().default(22),
    /** JSON: windows per weekday; null = the two hours above, every day. */
    weeklyHours: text("weekly_hours", { mode: "json" }).$type<BusinessHours["weekly"]>(),
    /** JSON: dated exceptions such as holidays. */
    hourExceptions: text("hour_exceptions", { mode: "json" }).$type<BusinessHours["exceptions"]>(),
    transferEnabled: integer("transfer_enabled", { mode: "boolean" }).notNull().default(true),
    forwardingMode: text("forwarding_mode", { enum: oneOf(FORWARDING_MODES) })
      .notNull()
      .default("always"),
    officePhone: text("office_phone"),
    ringSeconds: integer("ring_seconds").notNull().default(20),
    verification: text("verification", { enum: oneOf(VERIFICATION_RULES) })
      .notNull()
      .default("second_factor"),
    freshHours: integer("fresh_hours").notNull().default(24),
    /** Whether the agent may recognise callers by their number before they say anything. */
    recogniseCaller: integer("recognise_caller", { mode: "boolean" }).notNull().default(false),
    voiceId: text("voice_id"),
    language: text("language"),
    /** The greeting while the office is open; null = the same at all times. */
    openWelcomeMessage: text("open_welcome_message"),
    /** The company's own agent at Retell; null = the shared one. Set by `npm run agent -- apply --company`. */
    retellAgentId: text("retell_agent_id"),
    /** When we last asked Retell whether it still has that agent, and since when it does not. */
    retellAgentCheckedAt: instant("retell_agent_checked_at"),
    retellAgentMissingAt: instant("retell_agent_missing_at"),
    /** Counts saves. A save names the version it started from, so two tabs cannot overwrite each other unnoticed. */
    version: integer("version").notNull().default(1),
    ...timestamps(),
  },
  (t) => [
    check("company_name_given", sql`length(trim(${t.companyName})) > 0`),
    check("start_hour", sql`${t.businessHoursStart} BETWEEN 0 AND 23`),
    check("end_hour", sql`${t.businessHoursEnd} BETWEEN 0 AND 23`),
    check("weekly_hours_json", sql`${t.weeklyHours} IS NULL OR json_valid(${t.weeklyHours})`),
    check("hour_exceptions_json", sql`${t.hourExceptions} IS NULL OR json_valid(${t.hourExceptions})`),
    check("transfer_flag", sql`${t.transferEnabled} IN (0, 1)`),
    check("known_mode", isOneOf(t.forwardingMode, oneOf(FORWARDING_MODES))),
    check("ring_range", sql`${t.ringSeconds} BETWEEN 5 AND 120`),
    check("known_verification", isOneOf(t.verification, oneOf(VERIFICATION_RULES))),
    check("fresh_range", sql`${t.freshHours} BETWEEN 1 AND 72`),
  ],
);

/** Every saved state of a company's settings, so that a change can be seen and undone. Never updated. */
export const tenantConfigVersions = sqliteTable(
  "tenant_config_versions",
  {
    userId: tenant().references(() => user.id),
    /** `tenant_config.version` of that save. The key also decides which of two simultaneous saves came first. */
    version: integer("version").notNull(),
    /** The account that saved, or "setup" for what was there before the first save. */
    changedBy: text("changed_by").notNull(),
    changedAt: instant("changed_at").notNull(),
    /** JSON: the editable settings by their API names. */
    config: text("config", { mode: "json" }).$type<EditableConfig>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.version] }), check("version_json", sql`json_valid(${t.config})`)],
);

/** The numbers a company's callers dial (plan 9.2). The E.164 number is also its id at Retell. */
export const tenantPhoneNumbers = sqliteTable(
  "tenant_phone_numbers",
  {
    id: text("id").primaryKey(),
    userId: tenant().references(() => user.id),
    phoneNumber: text("phone_number").notNull().unique(),
    label: text("label"),
    isPrimary: integer("is_primary", { mode: "boolean" }).notNull().default(false),
    /** The number itself once it was seen at Retell; null means never, or not any more. */
    retellPhoneNumberId: text("retell_phone_number_id"),
    sipTrunkUri: text("sip_trunk_uri"),
    sipTrunkProvider: text("sip_trunk_provider", { enum: STORED_PROVIDERS }),
    sipUsername: text("sip_username"),
    /** When the trunk password was sealed into KV; the password itself never enters this database. */
    sipPasswordSetAt: instant("sip_password_set_at"),
    status: text("status", { enum: oneOf(NUMBER_STATUSES) })
      .notNull()
      .default("not_connected"),
    statusDetail: text("status_detail"),
    /** When the first signed call proved that the number reaches the agent. */
    verifiedAt: instant("verified_at"),
    ...timestamps(),
    sipTransport: text("sip_transport", { enum: TRANSPORTS }),
    /** The cause of status `error` (worker/numbers/retell-trouble.ts). */
    errorCode: text("error_code"),
    connectedAt: instant("connected_at"),
    /** Stored before an import is sent. From then on the number may be at Retell, whatever happened to the request. */
    importSentAt: instant("import_sent_at"),
    /** When Retell answered that import; null means it may still be on its way. */
    importAnsweredAt: instant("import_answered_at"),
    /** Counts every change that concerns Retell, so that a job notices a change while it runs. */
    revision: integer("revision").notNull().default(0),
    /** Tries of the current connection or removal. */
    attempts: integer("attempts").notNull().default(0),
    /** When a job is due; null means there is nothing to do at Retell. */
    nextAttemptAt: instant("next_attempt_at"),
    /** The job that has claimed this number, and until when. */
    lease: text("lease"),
    leaseUntil: instant("lease_until"),
    /** When we bought it at Retell for this company; it is given back there when it is removed. Null = not by us. */
    purchasedAt: instant("purchased_at"),
  },
  (t) => [
    unique("phone_number_of_tenant").on(t.userId, t.id),
    index("phone_numbers_of_tenant").on(t.userId, t.isPrimary),
    index("phone_numbers_due").on(t.nextAttemptAt).where(sql`${t.nextAttemptAt} IS NOT NULL`),
    check("e164", sql`${t.phoneNumber} GLOB '+[1-9]*' AND length(${t.phoneNumber}) BETWEEN 8 AND 16`),
    check("primary_flag", sql`${t.isPrimary} IN (0, 1)`),
    check("known_provider", sql`${t.sipTrunkProvider} IS NULL OR ${isOneOf(t.sipTrunkProvider, STORED_PROVIDERS)}`),
    check("known_status", isOneOf(t.status, oneOf(NUMBER_STATUSES))),
  ],
);

/** When a company asked to connect a number: at most five times an hour. Deleted after that hour. */
export const connectionRequests = sqliteTable(
  "connection_requests",
  {
    id: text("id").primaryKey(),
    userId: tenant().references(() => user.id),
    requestedAt: instant("requested_at").notNull(),
  },
  (t) => [index("connection_requests_of_tenant").on(t.userId, t.requestedAt)],
);

/** How often something that costs us money was done for a company, by day. Read by `npm run numbers -- usage`. */
export const usage = sqliteTable(
  "usage",
  {
    userId: tenant().references(() => user.id),
    /** The UTC day, such as 2026-11-22. */
    day: text("day").notNull(),
    /** The outside request that was made, such as `retell.import`. */
    what: text("what").notNull(),
    count: integer("count").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.day, t.what] })],
);

/** Callers that a company has blocked. Retell is told to reject them. */
export const blockedCallers = sqliteTable(
  "blocked_callers",
  {
    id: text("id").primaryKey(),
    userId: tenant().references(() => user.id),
    phoneE164: text("phone_e164").notNull(),
    note: text("note"),
    createdAt: instant("created_at").notNull().default(NOW_MS),
  },
  (t) => [unique("blocked_caller_of_tenant").on(t.userId, t.phoneE164)],
);

/** Who changed what. Written in the same batch as the change, never updated. */
export const auditEvents = sqliteTable(
  "audit_events",
  {
    id: text("id").primaryKey(),
    userId: tenant().references(() => user.id),
    actor: text("actor").notNull(),
    action: text("action").notNull(),
    subject: text("subject"),
    /** JSON: what changed, without secrets. */
    detail: text("detail", { mode: "json" }),
    createdAt: instant("created_at").notNull().default(NOW_MS),
  },
  (t) => [
    index("audit_events_of_tenant").on(t.userId, t.createdAt),
    check("detail_json", sql`${t.detail} IS NULL OR json_valid(${t.detail})`),
  ],
);
