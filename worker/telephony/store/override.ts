import { eq } from "drizzle-orm";
import { answeringOverrides } from "../../../drizzle/schema.ts";
import { changedFields } from "../../audit/changed-fields.ts";
import { insertAudit } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy, tenantOf } from "../../db/owned-by.ts";
import type { Override } from "../../routing/decide.ts";
import type { UserScope } from "../../tenancy/scope.ts";

/** The manual switch, even if it has run out; null if it was never set or was taken back. */
export async function savedOverride(scope: UserScope, db: Database): Promise<Override | null> {
  const [override] = await db
    .select({ answers: answeringOverrides.answers, until: answeringOverrides.until })
    .from(answeringOverrides)
    .where(ownedBy(scope, answeringOverrides.userId));
  return override ?? null;
}

/** Writes the audit row too; `before` is the switch that it replaces. */
export async function saveOverride(
  scope: UserScope,
  db: Database,
  override: Override,
  { actor, now, before }: { actor: string; now: number; before: Override | null },
): Promise<void> {
  await db.batch([
    db
      .insert(answeringOverrides)
      .values({ ...override, setAt: now, userId: scope.userId })
      .onConflictDoUpdate({ target: answeringOverrides.userId, set: { ...override, setAt: now } }),
    insertAudit(scope, db, {
      actor,
      action: "answering.switched",
      detail: { ...override, changes: changedFields(before, override) },
    }),
  ]);
}

/** Returns to the schedule. Writes the audit row too. */
export async function deleteOverride(scope: UserScope, db: Database, actor: string): Promise<void> {
  await db.batch([
    db.delete(answeringOverrides).where(eq(answeringOverrides.userId, tenantOf(scope))),
    insertAudit(scope, db, { actor, action: "answering.back_to_schedule" }),
  ]);
}
