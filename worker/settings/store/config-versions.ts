import { and, desc, eq, lt } from "drizzle-orm";
import { tenantConfigVersions, user } from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import type { EditableConfig } from "../config-schema.ts";

/** Saved versions below `before`, newest first; `changedByName` is the account's name where an account saved. */
export function configVersions(
  scope: UserScope,
  db: Database,
  { before, limit }: { before: number | null; limit: number },
) {
  const older = before === null ? undefined : lt(tenantConfigVersions.version, before);
  return db
    .select({
      version: tenantConfigVersions.version,
      changedAt: tenantConfigVersions.changedAt,
      changedBy: tenantConfigVersions.changedBy,
      changedByName: user.name,
      config: tenantConfigVersions.config,
    })
    .from(tenantConfigVersions)
    .leftJoin(user, eq(user.id, tenantConfigVersions.changedBy))
    .where(and(ownedBy(scope, tenantConfigVersions.userId), older))
    .orderBy(desc(tenantConfigVersions.version))
    .limit(limit);
}

/** The settings as saved in that version; null if the version does not exist. */
export async function configVersion(scope: UserScope, db: Database, version: number): Promise<EditableConfig | null> {
  const mine = ownedBy(scope, tenantConfigVersions.userId);
  const [row] = await db
    .select({ config: tenantConfigVersions.config })
    .from(tenantConfigVersions)
    .where(and(mine, eq(tenantConfigVersions.version, version)));
  return row?.config ?? null;
}
