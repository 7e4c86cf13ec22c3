import { and, eq } from "drizzle-orm";
import { tenantConfig, tenantConfigVersions } from "../../../drizzle/schema.ts";
import { insertAudit } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import { violatesUnique } from "../../db/unique-violation.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import type { EditableConfig } from "../config-schema.ts";

/** A company's settings as they are saved; instants in epoch milliseconds. */
export type SavedConfig = { config: EditableConfig; version: number; createdAt: number; updatedAt: number };

type NewState = {
  config: EditableConfig;
  /** What the save started from; null at the first save. */
  before: SavedConfig | null;
  at: number;
  audit: { action: string; detail: Record<string, unknown> };
};

export async function savedConfig(scope: UserScope, db: Database): Promise<SavedConfig | null> {
  const [row] = await db.select().from(tenantConfig).where(ownedBy(scope, tenantConfig.userId));
  return row ? fromRow(row) : null;
}

/**
 * Saves the next version with its history row and its audit row, all or nothing. Null when somebody else has saved
 * since `before` was read: two saves cannot both write the same version's history row.
 */
export async function saveConfig(
  scope: UserScope,
  db: Database,
  { config, before, at, audit }: NewState,
): Promise<SavedConfig | null> {
  const version = (before?.version ?? 0) + 1;
  const history = { userId: scope.userId, version, changedBy: scope.userId, changedAt: at, config };
  const columns = { ...toColumns(config), version, updatedAt: at };
  const current = and(ownedBy(scope, tenantConfig.userId), eq(tenantConfig.version, version - 1));
  try {
    const results = await db.batch([
      db.insert(tenantConfigVersions).values(history),
      before
        ? db.update(tenantConfig).set(columns).where(current).returning()
        : db
            .insert(tenantConfig)
            .values({ ...columns, id: scope.userId, userId: scope.userId, createdAt: at })
            .returning(),
      insertAudit(scope, db, { actor: scope.userId, ...audit, detail: { ...audit.detail, version } }),
      ...(before ? [keepAsItWas(scope, db, before)] : []),
    ]);
    const [row] = results[1];
    return row ? fromRow(row) : null;
  } catch (error) {
    if (violatesUnique(error, "tenant_config_versions.") || violatesUnique(error, "tenant_config.")) return null;
    throw error;
  }
}

/** What was there before the first save (a company that we set up ourselves) gets its history row with that save. */
function keepAsItWas(scope: UserScope, db: Database, { config, version, updatedAt }: SavedConfig) {
  return db
    .insert(tenantConfigVersions)
    .values({ userId: scope.userId, version, changedBy: "setup", changedAt: updatedAt, config })
    .onConflictDoNothing();
}

function fromRow(row: typeof tenantConfig.$inferSelect): SavedConfig {
  const { weeklyHours } = row;
  return {
    version: row.version,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    config: {
      company_name: row.companyName,
      operator_name: row.operatorName,
      operator_phone: row.operatorPhone,
      operator_email: row.operatorEmail,
      timezone: row.timezone,
      welcome_message: row.welcomeMessage,
      after_hours_message: row.afterHoursMessage,
      business_hours_start: row.businessHoursStart,
      business_hours_end: row.businessHoursEnd,
      weekly_hours: weeklyHours && { ...EVERY_DAY_CLOSED, ...weeklyHours },
      hour_exceptions: (row.hourExceptions ?? []).map(({ date, label, windows }) => ({
        date,
        label: label ?? "",
        windows,
      })),
      transfer_enabled: row.transferEnabled,
      forwarding_mode: row.forwardingMode,
      office_phone: row.officePhone,
      ring_seconds: row.ringSeconds,
      verification: row.verification,
      fresh_hours: row.freshHours,
      recognise_caller: row.recogniseCaller,
      voice_id: row.voiceId as EditableConfig["voice_id"], // written through the schema's own list
      language: row.language as EditableConfig["language"], // as above
    },
  };
}

const EVERY_DAY_CLOSED = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };

/** What a save does not choose. */
type Kept = "id" | "userId" | "version" | "createdAt" | "updatedAt";

/** A setting that has a column but is left out here, or the other way round, does not compile. */
function toColumns(config: EditableConfig): Omit<typeof tenantConfig.$inferSelect, Kept> {
  return {
    companyName: config.company_name,
    operatorName: config.operator_name,
    operatorPhone: config.operator_phone,
    operatorEmail: config.operator_email,
    timezone: config.timezone,
    welcomeMessage: config.welcome_message,
    afterHoursMessage: config.after_hours_message,
    businessHoursStart: config.business_hours_start,
    businessHoursEnd: config.business_hours_end,
    weeklyHours: config.weekly_hours,
    hourExceptions: config.hour_exceptions,
    transferEnabled: config.transfer_enabled,
    forwardingMode: config.forwarding_mode,
    officePhone: config.office_phone,
    ringSeconds: config.ring_seconds,
    verification: config.verification,
    freshHours: config.fresh_hours,
    recogniseCaller: config.recognise_caller,
    voiceId: config.voice_id,
    language: config.language,
  };
}
