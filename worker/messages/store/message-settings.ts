import { eq } from "drizzle-orm";
import { messageSettings, tenantConfig, user } from "../../../drizzle/schema.ts";
import { changedFields } from "../../audit/changed-fields.ts";
import { insertAudit } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { TenantScope, UserScope } from "../../tenancy/scope.ts";
import { MESSAGE_CATEGORIES, type MessageCategory } from "../categories.ts";

export type MessageSettings = { address: string | null; categories: MessageCategory[] };

/** What applies before anything is saved. */
const EVERY_CATEGORY: MessageSettings = { address: null, categories: [...MESSAGE_CATEGORIES] };

export async function savedMessageSettings(scope: UserScope, db: Database): Promise<MessageSettings> {
  const [row] = await db
    .select({ address: messageSettings.address, categories: messageSettings.categories })
    .from(messageSettings)
    .where(ownedBy(scope, messageSettings.userId));
  return row ?? EVERY_CATEGORY;
}

/** Writes the audit row too, with what the settings were before. */
export async function saveMessageSettings(
  scope: UserScope,
  db: Database,
  settings: MessageSettings,
  before: MessageSettings,
): Promise<void> {
  await db.batch([
    db
      .insert(messageSettings)
      .values({ ...settings, userId: scope.userId })
      .onConflictDoUpdate({ target: messageSettings.userId, set: settings }),
    insertAudit(scope, db, {
      actor: scope.userId,
      action: "message_settings.saved",
      detail: { changes: changedFields(before, settings) },
    }),
  ]);
}

/**
 * Which company gets the messages, and at which address: the one for messages, otherwise the operator's in the settings,
 * otherwise the account's own. Null when nobody has the dialled number.
 */
export async function messageDesk(scope: TenantScope, db: Database) {
  const [desk] = await db
    .select({
      userId: tenantConfig.userId,
      timezone: tenantConfig.timezone,
      chosen: messageSettings.address,
      operatorEmail: tenantConfig.operatorEmail,
      accountEmail: user.email,
      categories: messageSettings.categories,
    })
    .from(tenantConfig)
    .innerJoin(user, eq(user.id, tenantConfig.userId))
    .leftJoin(messageSettings, eq(messageSettings.userId, tenantConfig.userId))
    .where(ownedBy(scope, tenantConfig.userId));
  if (!desk) return null;
  const { userId, timezone, chosen, operatorEmail, accountEmail } = desk;
  const categories = desk.categories ?? EVERY_CATEGORY.categories;
  return { userId, timezone, address: chosen ?? operatorEmail ?? accountEmail, categories };
}
