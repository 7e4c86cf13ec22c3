import { type SQL, sql } from "drizzle-orm";
import { NOW_MS } from "../../drizzle/columns.ts";
import { auditEvents } from "../../drizzle/schema.ts";
import type { AuditAction } from "../audit/actions.ts";
import type { TenantScope, UserScope } from "../tenancy/scope.ts";
import type { Database } from "./database.ts";
import { tenantOf } from "./owned-by.ts";

/** `detail` must never contain a secret. */
export type AuditEntry = {
  actor: string;
  action: AuditAction;
  subject?: string;
  detail?: Record<string, unknown>;
  /** Epoch milliseconds; the database's clock if it is left out. */
  createdAt?: number;
};

/** The statement that records a change. It belongs in the same batch as the change. */
export function insertAudit(scope: UserScope, db: Database, entry: AuditEntry) {
  return db.insert(auditEvents).values({ id: crypto.randomUUID(), userId: scope.userId, ...entry });
}

/** As above, but only where `condition` holds at that point of the batch. */
export function insertAuditIf(scope: TenantScope, db: Database, entry: AuditEntry, condition: SQL) {
  const { actor, action, subject = null, detail, createdAt = NOW_MS } = entry;
  const json = detail === undefined ? null : JSON.stringify(detail);
  // Every column in the order of the table: drizzle names them all.
  return db
    .insert(auditEvents)
    .select(
      sql`SELECT ${crypto.randomUUID()}, ${tenantOf(scope)}, ${actor}, ${action}, ${subject}, ${json}, ${createdAt} WHERE ${condition}`,
    );
}
