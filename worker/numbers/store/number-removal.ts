import { and, eq, exists, inArray, isNull, ne, sql } from "drizzle-orm";
import { tenantPhoneNumbers } from "../../../drizzle/schema.ts";
import { type AuditEntry, insertAuditIf } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import { notBought } from "./not-bought.ts";
import { fromTheStart } from "./number-retries.ts";
import { isNumber, phoneNumber, type StoredNumber } from "./phone-numbers.ts";
import { promoteOldest } from "./primary-number.ts";

/**
 * Removes a number that Retell does not have and writes an audit row. If it was the primary one, the oldest remaining
 * number becomes primary. False, and nothing is written, if it is already gone or may be at Retell by now.
 */
export async function deletePhoneNumber(
  scope: UserScope,
  db: Database,
  number: StoredNumber,
  actor: string,
): Promise<boolean> {
  const idle = and(isNumber(scope, number.id), isIdle());
  const entry: AuditEntry = {
    actor,
    action: "phone_number.removed",
    subject: number.id,
    detail: { phone_number: number.phoneNumber },
  };
  const [, removed] = await db.batch([
    insertAuditIf(scope, db, entry, exists(db.select({ one: sql`1` }).from(tenantPhoneNumbers).where(idle))),
    db.delete(tenantPhoneNumbers).where(idle).returning({ id: tenantPhoneNumbers.id }),
    promoteOldest(scope, db),
  ]);
  return removed.length > 0;
}

type Removal = { actor: string; now: number };

/**
 * Starts removing a number: a job removes it at Retell, then deletes the row. Null if it does not exist or was bought at
 * Retell. A number that is already being removed is returned as it is.
 */
export async function startRemoval(
  scope: UserScope,
  db: Database,
  id: string,
  { actor, now }: Removal,
): Promise<StoredNumber | null> {
  const there = and(isNumber(scope, id), ne(tenantPhoneNumbers.status, "disconnecting"), notBought());
  const entry: AuditEntry = { actor, action: "phone_number.removing", subject: id };
  await db.batch([
    insertAuditIf(scope, db, entry, exists(db.select({ one: sql`1` }).from(tenantPhoneNumbers).where(there))),
    db
      .update(tenantPhoneNumbers)
      .set({ status: "disconnecting", ...fromTheStart(now) })
      .where(there),
  ]);
  const number = await phoneNumber(scope, db, id);
  return number?.status === "disconnecting" ? number : null;
}

/** Deletes only the row of a bought number when its company leaves. What Retell has is not ours to touch. */
export async function dropBoughtNumber(scope: UserScope, db: Database, id: string): Promise<void> {
  await db
    .delete(tenantPhoneNumbers)
    .where(
      and(
        isNumber(scope, id),
        eq(tenantPhoneNumbers.sipTrunkProvider, "retell"),
        isNull(tenantPhoneNumbers.purchasedAt),
      ),
    );
}

/** Retell has nothing of it and nothing is on its way there, so the row can be deleted right away. */
function isIdle() {
  return and(
    inArray(tenantPhoneNumbers.status, ["not_connected", "pending", "error"]),
    isNull(tenantPhoneNumbers.importSentAt),
    notBought(),
  );
}
