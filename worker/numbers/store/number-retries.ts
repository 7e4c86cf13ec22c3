import { and, eq, exists, inArray, sql } from "drizzle-orm";
import { tenantPhoneNumbers } from "../../../drizzle/schema.ts";
import { type AuditEntry, insertAuditIf } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import { notBought } from "./not-bought.ts";
import { isNumber, type StoredNumber } from "./phone-numbers.ts";

/** Makes a connected number pending so that a job repairs it at Retell. False if another request was quicker. */
export async function reconnectNumber(
  scope: UserScope,
  db: Database,
  { id, revision }: Pick<StoredNumber, "id" | "revision">,
  now: number,
): Promise<boolean> {
  const asRead = and(
    isNumber(scope, id),
    eq(tenantPhoneNumbers.status, "connected"),
    eq(tenantPhoneNumbers.revision, revision),
    notBought(),
  );
  const entry: AuditEntry = { actor: "reconciliation", action: "phone_number.repairing", subject: id };
  const [, changed] = await db.batch([
    insertAuditIf(scope, db, entry, exists(db.select({ one: sql`1` }).from(tenantPhoneNumbers).where(asRead))),
    db
      .update(tenantPhoneNumbers)
      .set({ status: "pending", ...fromTheStart(now) })
      .where(asRead)
      .returning({ id: tenantPhoneNumbers.id }),
  ]);
  return changed.length > 0;
}

/** Makes all connected and pending numbers due again after a change that concerns Retell. Returns their ids. */
export async function reconnectNumbers(scope: UserScope, db: Database, now: number): Promise<string[]> {
  const mine = ownedBy(scope, tenantPhoneNumbers.userId);
  const due = await db
    .update(tenantPhoneNumbers)
    .set({ status: "pending", ...fromTheStart(now) })
    .where(and(mine, inArray(tenantPhoneNumbers.status, ["connected", "pending"]), notBought()))
    .returning({ id: tenantPhoneNumbers.id });
  return due.map(({ id }) => id);
}

/** Makes a number due right away, with no tries used. */
export function fromTheStart(now: number) {
  const revision = sql`${tenantPhoneNumbers.revision} + 1`;
  return { statusDetail: null, errorCode: null, attempts: 0, nextAttemptAt: now, revision };
}
