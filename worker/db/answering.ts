import { and, eq, sql } from "drizzle-orm";
import { blockedCallers, tenantConfig, tenantPhoneNumbers } from "../../drizzle/schema.ts";
import type { BusinessHours } from "../hours/hours.ts";
import type { NumberScope, UserScope } from "../tenancy/scope.ts";
import type { Database } from "./database.ts";
import { ownedBy } from "./owned-by.ts";

/** All that a ringing phone needs to know of the company that was dialled. Plain data: it is also kept in KV. */
export type AnsweringProfile = {
  userId: string;
  numberId: string;
  phoneNumber: string;
  companyName: string;
  timezone: string;
  welcomeMessage: string | null;
  afterHoursMessage: string | null;
  businessHoursStart: number;
  businessHoursEnd: number;
  weeklyHours: BusinessHours["weekly"];
  hourExceptions: BusinessHours["exceptions"];
  transferEnabled: boolean;
  officePhone: string | null;
  voiceId: string | null;
  language: string | null;
};

/**
 * The profile behind a dialled number and whether this caller is blocked, in one round trip; null when no company
 * has that number. `caller` is E.164 or null.
 */
export async function answeringProfile(
  scope: NumberScope,
  db: Database,
  caller: string | null,
): Promise<{ profile: AnsweringProfile; blocked: boolean } | null> {
  const [row] = await db
    .select({ ...profileColumns, blocked: isBlocked(caller) })
    .from(tenantPhoneNumbers)
    .innerJoin(tenantConfig, eq(tenantConfig.userId, tenantPhoneNumbers.userId))
    .where(eq(tenantPhoneNumbers.phoneNumber, scope.phoneNumber));
  if (!row) return null;
  const { blocked, ...profile } = row;
  return { profile: { ...profile, hourExceptions: profile.hourExceptions ?? [] }, blocked: blocked === 1 };
}

/** The profiles of all numbers of a company; none before its settings are saved. */
export async function answeringProfiles(scope: UserScope, db: Database): Promise<AnsweringProfile[]> {
  const rows = await db
    .select(profileColumns)
    .from(tenantPhoneNumbers)
    .innerJoin(tenantConfig, eq(tenantConfig.userId, tenantPhoneNumbers.userId))
    .where(ownedBy(scope, tenantPhoneNumbers.userId));
  return rows.map((profile) => ({ ...profile, hourExceptions: profile.hourExceptions ?? [] }));
}

const profileColumns = {
  userId: tenantPhoneNumbers.userId,
  numberId: tenantPhoneNumbers.id,
  phoneNumber: tenantPhoneNumbers.phoneNumber,
  companyName: tenantConfig.companyName,
  timezone: tenantConfig.timezone,
  welcomeMessage: tenantConfig.welcomeMessage,
  afterHoursMessage: tenantConfig.afterHoursMessage,
  businessHoursStart: tenantConfig.businessHoursStart,
  businessHoursEnd: tenantConfig.businessHoursEnd,
  weeklyHours: tenantConfig.weeklyHours,
  hourExceptions: tenantConfig.hourExceptions,
  transferEnabled: tenantConfig.transferEnabled,
  officePhone: tenantConfig.officePhone,
  voiceId: tenantConfig.voiceId,
  language: tenantConfig.language,
};

function isBlocked(caller: string | null) {
  if (caller === null) return sql<number>`0`;
  const sameTenant = and(eq(blockedCallers.userId, tenantPhoneNumbers.userId), eq(blockedCallers.phoneE164, caller));
  return sql<number>`EXISTS (SELECT 1 FROM ${blockedCallers} WHERE ${sameTenant})`;
}
