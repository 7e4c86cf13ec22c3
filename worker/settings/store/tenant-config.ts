import { and, eq, getTableColumns } from "drizzle-orm";
import { tenantConfig, tenantConfigVersions } from "../../../drizzle/schema.ts";
import type { AuditAction } from "../../audit/actions.ts";
import { insertAudit } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import { violatesUnique } from "../../db/unique-violation.ts";
import { keysOf } from "../../lib/field-table.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import { type EditableConfig, editableConfig } from "../config-schema.ts";

/** A company's saved settings; instants are epoch milliseconds. */
export type SavedConfig = { config: EditableConfig; version: number; createdAt: number; updatedAt: number };

type NewState = {
  config: EditableConfig;
  /** The state that the save started from; null at the first save. */
  before: SavedConfig | null;
  at: number;
  audit: { action: AuditAction; detail: Record<string, unknown> };
};

export async function savedConfig(scope: UserScope, db: Database): Promise<SavedConfig | null> {
  const [row] = await db.select().from(tenantConfig).where(ownedBy(scope, tenantConfig.userId));
  return row ? fromRow(row) : null;
}

/**
 * Saves the next version with its history row and its audit row, all or nothing. Null if somebody else has saved since
 * `before` was read, because two saves cannot both write the same version's history row.
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

/** Settings that we set up ourselves get their history row together with the operator's first save. */
function keepAsItWas(scope: UserScope, db: Database, { config, version, updatedAt }: SavedConfig) {
  return db
    .insert(tenantConfigVersions)
    .values({ userId: scope.userId, version, changedBy: "setup", changedAt: updatedAt, config })
    .onConflictDoNothing();
}

function fromRow(row: Row): SavedConfig {
  const { version, createdAt, updatedAt, weeklyHours, hourExceptions } = row;
  const stored: Record<string, unknown> = Object.fromEntries(
    SETTINGS.map((setting) => [setting, row[COLUMN_OF[setting]]]),
  );
  const config = {
    ...(stored as EditableConfig), // written by toColumns, so each value is as the schema let it through
    weekly_hours: weeklyHours && { ...EVERY_DAY_CLOSED, ...weeklyHours },
    hour_exceptions: (hourExceptions ?? []).map(({ date, label, windows }) => ({ date, label: label ?? "", windows })),
  };
  return { version, createdAt, updatedAt, config };
}

const EVERY_DAY_CLOSED = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };

/** A setting's column bears its name in the database. */
function toColumns(config: EditableConfig): Omit<Row, Kept> {
  const columns: Record<string, unknown> = Object.fromEntries(
    SETTINGS.map((setting) => [COLUMN_OF[setting], config[setting]]),
  );
  return columns as Omit<Row, Kept>; // SETTINGS has every one of these columns, or it would not compile
}

type Row = typeof tenantConfig.$inferSelect;
type Table = (typeof tenantConfig)["_"]["columns"];

/** What a save does not choose. */
type Kept =
  | "id"
  | "userId"
  | "version"
  | "createdAt"
  | "updatedAt"
  | "retellAgentId"
  | "retellAgentCheckedAt"
  | "retellAgentMissingAt";
type ColumnOf = { [K in Exclude<keyof Table, Kept> as Table[K]["_"]["name"]]: K };

/** A column without a setting does not compile here, a setting without a column in the line below. */
const SETTINGS = keysOf<Record<keyof ColumnOf, unknown>>(editableConfig.shape);
const COLUMN_OF: { [S in keyof EditableConfig]: ColumnOf[S] } = columnOf();

function columnOf(): ColumnOf {
  const entries = Object.entries(getTableColumns(tenantConfig)).map(([key, { name }]) => [name, key]);
  return Object.fromEntries(entries) as ColumnOf; // read from that very table
}
