import { and, eq, gte, not, sql } from "drizzle-orm";
import { isOneOf } from "../../../drizzle/columns.ts";
import {
  answeringOverrides,
  blockedCallers,
  currentImports,
  reservations,
  routedCalls,
  tenantConfig,
  tenantPhoneNumbers,
} from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import { preparedSelect } from "../../db/prepared-select.ts";
import type { BusinessHours } from "../../hours/hours.ts";
import type { PickupKind } from "../../reservations/pickup-kind.ts";
import { FINISHED } from "../../reservations/status.ts";
import type { VerificationRule } from "../../reservations/verification-rules.ts";
import type { NumberScope, UserScope } from "../../tenancy/scope.ts";

/** What a company's callers hear, whichever number they dial. */
export type CompanyProfile = {
  userId: string;
  companyName: string;
  timezone: string;
  welcomeMessage: string | null;
  /** While the office is open; null = the same at all times. */
  openWelcomeMessage: string | null;
  afterHoursMessage: string | null;
  businessHoursStart: number;
  businessHoursEnd: number;
  weeklyHours: BusinessHours["weekly"];
  hourExceptions: BusinessHours["exceptions"];
  transferEnabled: boolean;
  verification: VerificationRule;
  officePhone: string | null;
  voiceId: string | null;
  language: string | null;
  /** The manual switch: JSON of an Override. */
  override: string | null;
  /** The company's own agent at Retell; null = the shared one, also while Retell does not have the other. */
  retellAgentId: string | null;
};

/** Everything a ring needs to know about the dialled company. It is plain data, because it is also stored in KV. */
export type AnsweringProfile = CompanyProfile & { numberId: string; phoneNumber: string };

/** Who is calling (E.164), and when (epoch milliseconds). */
type Caller = { number: string; now: number };

/** A passenger recognised by the number they call from, and when their ride is (epoch milliseconds). */
export type Recognised = { name: string; pickupAt: number; pickupKind: PickupKind };

/** A call that we sent here ourselves a moment ago: its carrier's id, why it comes, and whether the caller withheld their number. */
export type RoutedReason = { callId: string; reason: string; withheld: 0 | 1 };

const CLAIM_MS = 90_000; // from our answer to the carrier until the agent's number rings

/**
 * In one round trip: the profile behind a dialled number, whether this caller is blocked and, if the company wants that,
 * who they are. Null if no company has the number. `caller` is null if the caller withholds their number.
 */
export async function answeringProfile(
  scope: NumberScope,
  db: Database,
  caller: Caller | null,
): Promise<{
  profile: AnsweringProfile;
  blocked: boolean;
  recognised: Recognised | null;
  routed: RoutedReason | null;
} | null> {
  const { number = null, now = 0 } = caller ?? {};
  const [row] = await ringQuery(db, { dialled: scope.phoneNumber, caller: number, now, since: now - CLAIM_MS });
  if (!row) return null;
  const { blocked, recognised, routed } = row.caller;
  return {
    profile: { ...row.profile, hourExceptions: row.profile.hourExceptions ?? [] },
    blocked: blocked === 1,
    recognised: recognised === null ? null : JSON.parse(recognised),
    routed: routed === null ? null : JSON.parse(routed),
  };
}

/** The same for a company's own operator, who tries their agent out with or without a number. Null before the first save. */
export async function companyProfile(
  scope: UserScope,
  db: Database,
  caller: Caller | null,
): Promise<{ profile: CompanyProfile; blocked: boolean; recognised: Recognised | null } | null> {
  const { number = null, now = 0 } = caller ?? {};
  const [row] = await companyQuery(db, { company: scope.userId, caller: number, now });
  if (!row) return null;
  const { blocked, recognised } = row.caller;
  return {
    profile: { ...row.profile, hourExceptions: row.profile.hourExceptions ?? [] },
    blocked: blocked === 1,
    recognised: recognised === null ? null : JSON.parse(recognised),
  };
}

/** The profiles of all numbers of a company; empty before its settings are saved. */
export async function answeringProfiles(scope: UserScope, db: Database): Promise<AnsweringProfile[]> {
  const rows = await db
    .select(profileColumns)
    .from(tenantPhoneNumbers)
    .innerJoin(tenantConfig, eq(tenantConfig.userId, tenantPhoneNumbers.userId))
    .where(ownedBy(scope, tenantPhoneNumbers.userId));
  return rows.map((profile) => ({ ...profile, hourExceptions: profile.hourExceptions ?? [] }));
}

const companyColumns = {
  userId: tenantConfig.userId,
  companyName: tenantConfig.companyName,
  timezone: tenantConfig.timezone,
  welcomeMessage: tenantConfig.welcomeMessage,
  openWelcomeMessage: tenantConfig.openWelcomeMessage,
  afterHoursMessage: tenantConfig.afterHoursMessage,
  businessHoursStart: tenantConfig.businessHoursStart,
  businessHoursEnd: tenantConfig.businessHoursEnd,
  weeklyHours: tenantConfig.weeklyHours,
  hourExceptions: tenantConfig.hourExceptions,
  transferEnabled: tenantConfig.transferEnabled,
  verification: tenantConfig.verification,
  officePhone: tenantConfig.officePhone,
  voiceId: tenantConfig.voiceId,
  language: tenantConfig.language,
  override: sql<
    string | null
  >`(SELECT json_object('answers', ${answeringOverrides.answers}, 'until', ${answeringOverrides.until})
    FROM ${answeringOverrides} WHERE ${eq(answeringOverrides.userId, tenantConfig.userId)})`,
  retellAgentId: sql<
    string | null
  >`CASE WHEN ${tenantConfig.retellAgentMissingAt} IS NULL THEN ${tenantConfig.retellAgentId} END`,
};

const profileColumns = {
  ...companyColumns,
  numberId: tenantPhoneNumbers.id,
  phoneNumber: tenantPhoneNumbers.phoneNumber,
};

const caller = sql.placeholder("caller"); // null if the number is withheld, and then it equals nothing

/**
 * Why this call comes, where its carrier asked us a moment ago: the newest call for this caller that nobody has claimed.
 */
const routed = sql<
  string | null
>`(SELECT json_object('callId', ${routedCalls.carrierCallId}, 'reason', ${routedCalls.reason}, 'withheld', ${routedCalls.withheld})
  FROM ${routedCalls} WHERE ${and(
    eq(routedCalls.agentNumber, tenantPhoneNumbers.phoneNumber),
    sql`${routedCalls.toAgentAt} > ${sql.placeholder("since")}`,
    sql`${routedCalls.claimedAt} IS NULL`,
    eq(routedCalls.userId, tenantPhoneNumbers.userId),
    eq(routedCalls.caller, caller),
  )} ORDER BY ${routedCalls.toAgentAt} DESC LIMIT 1)`;

const isBlocked = sql<number>`EXISTS (SELECT 1 FROM ${blockedCallers} WHERE ${and(
  eq(blockedCallers.userId, tenantConfig.userId),
  eq(blockedCallers.phoneE164, caller),
)})`;

const coming = and(
  eq(reservations.userId, tenantConfig.userId),
  eq(reservations.phoneE164, caller),
  gte(reservations.pickupAt, sql.placeholder("now")),
  not(isOneOf(reservations.status, FINISHED)),
  sql`+${reservations.importId} = (SELECT list.import_id FROM ${currentImports} list
    WHERE list.user_id = ${tenantConfig.userId} AND list.kind = 'reservations')`,
);

/**
 * The only upcoming ride in the current list with this caller's number; if there are two, we do not guess. If a company
 * has this switched off it costs nothing, because SQLite does not evaluate the branch.
 */
const passenger = sql<
  string | null
>`CASE WHEN ${tenantConfig.recogniseCaller} = 1 THEN (SELECT CASE WHEN count(*) = 1 AND min(${reservations.customerName}) <> ''
  THEN json_object('name', min(${reservations.customerName}), 'pickupAt', min(${reservations.pickupAt}), 'pickupKind', min(${reservations.pickupKind})) END
  FROM ${reservations} WHERE ${coming}) END`;

const ringQuery = preparedSelect(
  { profile: profileColumns, caller: { blocked: isBlocked, recognised: passenger, routed } },
  (db, columns) =>
    db
      .select(columns)
      .from(tenantPhoneNumbers)
      .innerJoin(tenantConfig, eq(tenantConfig.userId, tenantPhoneNumbers.userId))
      .where(eq(tenantPhoneNumbers.phoneNumber, sql.placeholder("dialled"))),
);

const companyQuery = preparedSelect(
  { profile: companyColumns, caller: { blocked: isBlocked, recognised: passenger } },
  (db, columns) =>
    db
      .select(columns)
      .from(tenantConfig)
      .where(eq(tenantConfig.userId, sql.placeholder("company"))),
);
