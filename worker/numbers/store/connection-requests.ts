import { and, desc, eq, exists, gt, inArray, lte, sql } from "drizzle-orm";
import { connectionRequests, tenantPhoneNumbers } from "../../../drizzle/schema.ts";
import { insertAuditIf } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import { notBought } from "./not-bought.ts";
import type { StoredNumber } from "./phone-numbers.ts";

type Request = { actor: string; now: number; since: number; most: number };

/**
 * Makes a number pending, counts the company's request and writes the audit row. Null, and nothing is written, if there
 * were already `most` requests since `since` or the number is not waiting to be connected.
 */
export async function requestConnection(
  scope: UserScope,
  db: Database,
  id: string,
  { actor, now, since, most }: Request,
): Promise<StoredNumber | null> {
  const requestId = crypto.randomUUID();
  const recent = and(ownedBy(scope, connectionRequests.userId), gt(connectionRequests.requestedAt, since));
  const idle = and(
    ownedBy(scope, tenantPhoneNumbers.userId),
    eq(tenantPhoneNumbers.id, id),
    inArray(tenantPhoneNumbers.status, ["not_connected", "error"]),
    notBought(),
  );
  const counted = exists(
    db.select({ one: sql`1` }).from(connectionRequests).where(eq(connectionRequests.id, requestId)),
  );
  const [, , , [number]] = await db.batch([
    db
      .delete(connectionRequests)
      .where(and(ownedBy(scope, connectionRequests.userId), lte(connectionRequests.requestedAt, since))),
    db.insert(connectionRequests).select(
      sql`SELECT ${requestId}, ${scope.userId}, ${now} WHERE (SELECT count(*) FROM ${connectionRequests} WHERE ${recent}) < ${most}
        AND EXISTS (SELECT 1 FROM ${tenantPhoneNumbers} WHERE ${idle})`,
    ),
    insertAuditIf(scope, db, { actor, action: "phone_number.connecting", subject: id }, counted),
    db
      .update(tenantPhoneNumbers)
      .set({
        status: "pending",
        statusDetail: null,
        errorCode: null,
        attempts: 0,
        nextAttemptAt: now,
        revision: sql`${tenantPhoneNumbers.revision} + 1`,
      })
      .where(and(idle, counted))
      .returning(),
  ]);
  return number ?? null;
}

/** When the company's latest requests were made, newest first (epoch milliseconds). */
export async function recentRequests(scope: UserScope, db: Database, since: number): Promise<number[]> {
  const rows = await db
    .select({ at: connectionRequests.requestedAt })
    .from(connectionRequests)
    .where(and(ownedBy(scope, connectionRequests.userId), gt(connectionRequests.requestedAt, since)))
    .orderBy(desc(connectionRequests.requestedAt));
  return rows.map(({ at }) => at);
}
