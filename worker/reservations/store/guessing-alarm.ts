import { and, eq, gt, notExists, sql } from "drizzle-orm";
import { auditEvents } from "../../../drizzle/schema.ts";
import { insertAuditIf } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import { insertMailIf, type NewMail } from "../../mail/store/outbox.ts";
import type { TenantScope } from "../../tenancy/scope.ts";

export type Alarm = "look_ups.caller_stopped" | "look_ups.company_guarded";

/** Whether the operator has had this alarm since then (epoch milliseconds). */
export async function wasRaised(scope: TenantScope, db: Database, alarm: Alarm, since: number): Promise<boolean> {
  const rows = await db
    .select({ id: auditEvents.id })
    .from(auditEvents)
    .where(raised(scope, alarm, since))
    .limit(1);
  return rows.length > 0;
}

/**
 * Stores the mail and the audit event about it in one batch, unless another look-up has just done so. True if stored.
 */
export async function saveAlarm(
  scope: TenantScope,
  db: Database,
  { alarm, mail, since, now }: { alarm: Alarm; mail: NewMail; since: number; now: number },
): Promise<boolean> {
  const first = notExists(
    db
      .select({ one: sql`1` })
      .from(auditEvents)
      .where(raised(scope, alarm, since)),
  );
  const [, stored] = await db.batch([
    insertMailIf(scope, db, mail, first),
    insertAuditIf(scope, db, { actor: "look-ups", action: alarm, createdAt: now }, first),
  ]);
  return stored.meta.changes > 0;
}

function raised(scope: TenantScope, alarm: Alarm, since: number) {
  return and(ownedBy(scope, auditEvents.userId), eq(auditEvents.action, alarm), gt(auditEvents.createdAt, since));
}
