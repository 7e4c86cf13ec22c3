import { and, desc, eq, lt, or, type SQL, sql } from "drizzle-orm";
import { NOW_MS } from "../../drizzle/columns.ts";
import { apiKeys, auditEvents, user } from "../../drizzle/schema.ts";
import type { TenantScope, UserScope } from "../tenancy/scope.ts";
import type { Database } from "./database.ts";
import { ownedBy, tenantOf } from "./owned-by.ts";

/** `detail` must never contain a secret. */
export type AuditEntry = {
  actor: string;
  action: string;
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

/** Newest first, starting after `cursor`; `actor` is the name of the account or key, if it was one of those. */
export async function auditTrail(
  scope: UserScope,
  db: Database,
  { cursor, limit }: { cursor: { at: number; id: string } | null; limit: number },
) {
  const after = cursor
    ? or(lt(auditEvents.createdAt, cursor.at), and(eq(auditEvents.createdAt, cursor.at), lt(auditEvents.id, cursor.id)))
    : undefined;
  return db
    .select({
      id: auditEvents.id,
      action: auditEvents.action,
      actor: auditEvents.actor,
      actorName: sql<string | null>`coalesce(${user.name}, 'API key “' || ${apiKeys.name} || '”')`,
      subject: auditEvents.subject,
      detail: auditEvents.detail,
      createdAt: auditEvents.createdAt,
    })
    .from(auditEvents)
    .leftJoin(user, eq(user.id, auditEvents.actor))
    .leftJoin(apiKeys, and(eq(apiKeys.userId, auditEvents.userId), sql`${auditEvents.actor} = 'key:' || ${apiKeys.id}`))
    .where(and(ownedBy(scope, auditEvents.userId), after))
    .orderBy(desc(auditEvents.createdAt), desc(auditEvents.id))
    .limit(limit);
}
