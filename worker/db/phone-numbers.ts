import { and, asc, desc, eq, exists, inArray, sql } from "drizzle-orm";
import { tenantPhoneNumbers } from "../../drizzle/schema.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { insertAudit, insertAuditIf } from "./audit.ts";
import type { Database } from "./database.ts";
import { ownedBy } from "./owned-by.ts";
import { violatesUnique } from "./unique-violation.ts";

export type StoredNumber = typeof tenantPhoneNumbers.$inferSelect;

export type NumberToStore = Pick<
  StoredNumber,
  | "id"
  | "phoneNumber"
  | "label"
  | "sipTrunkUri"
  | "sipTrunkProvider"
  | "sipTransport"
  | "sipUsername"
  | "sipPasswordSetAt"
>;

/** A company's numbers, the primary one first. */
export function phoneNumbers(scope: UserScope, db: Database): Promise<StoredNumber[]> {
  return db
    .select()
    .from(tenantPhoneNumbers)
    .where(ownedBy(scope, tenantPhoneNumbers.userId))
    .orderBy(desc(tenantPhoneNumbers.isPrimary), asc(tenantPhoneNumbers.createdAt), asc(tenantPhoneNumbers.id));
}

export async function phoneNumber(scope: UserScope, db: Database, id: string): Promise<StoredNumber | null> {
  const [number] = await db.select().from(tenantPhoneNumbers).where(ofTenant(scope, id));
  return number ?? null;
}

/**
 * Adds a number with its audit row; a company's first one is its primary one. Null when the number is taken, by this
 * company or by another: the unique index decides, also between two requests at the same moment.
 */
export async function insertPhoneNumber(
  scope: UserScope,
  db: Database,
  number: NumberToStore,
  actor: string,
): Promise<StoredNumber | null> {
  const first = sql<boolean>`NOT EXISTS (SELECT 1 FROM ${tenantPhoneNumbers} WHERE ${ownedBy(scope, tenantPhoneNumbers.userId)})`;
  try {
    const [[stored]] = await db.batch([
      db
        .insert(tenantPhoneNumbers)
        .values({ ...number, userId: scope.userId, isPrimary: first })
        .returning(),
      insertAudit(scope, db, {
        actor,
        action: "phone_number.added",
        subject: number.id,
        detail: { phone_number: number.phoneNumber, sip_password_set: number.sipPasswordSetAt !== null },
      }),
    ]);
    return stored ?? null;
  } catch (error) {
    if (violatesUnique(error, "tenant_phone_numbers.phone_number")) return null;
    throw error;
  }
}

/**
 * Removes a number with its audit row; if it was the primary one, the oldest that is left becomes it. False, and nothing
 * is written, when it is gone already or is connected by now.
 */
export async function deletePhoneNumber(
  scope: UserScope,
  db: Database,
  number: StoredNumber,
  actor: string,
): Promise<boolean> {
  const mine = ownedBy(scope, tenantPhoneNumbers.userId);
  const oldest = sql`(SELECT ${tenantPhoneNumbers.id} FROM ${tenantPhoneNumbers} WHERE ${mine} ORDER BY ${tenantPhoneNumbers.createdAt}, ${tenantPhoneNumbers.id} LIMIT 1)`;
  const noPrimary = sql`NOT EXISTS (SELECT 1 FROM ${tenantPhoneNumbers} WHERE ${mine} AND ${tenantPhoneNumbers.isPrimary} = 1)`;
  const idle = and(ofTenant(scope, number.id), isIdle());
  const entry = {
    actor,
    action: "phone_number.removed",
    subject: number.id,
    detail: { phone_number: number.phoneNumber },
  };
  const [, removed] = await db.batch([
    insertAuditIf(scope, db, entry, exists(db.select({ one: sql`1` }).from(tenantPhoneNumbers).where(idle))),
    db.delete(tenantPhoneNumbers).where(idle).returning({ id: tenantPhoneNumbers.id }),
    db
      .update(tenantPhoneNumbers)
      .set({ isPrimary: true })
      .where(and(mine, eq(tenantPhoneNumbers.id, oldest), noPrimary)),
  ]);
  return removed.length > 0;
}

/** No call is led to the agent through this number by us: it may be removed. */
function isIdle() {
  return and(
    inArray(tenantPhoneNumbers.status, ["not_connected", "error"]),
    sql`${tenantPhoneNumbers.sipTrunkProvider} IS NOT 'retell'`,
  );
}

function ofTenant(scope: UserScope, id: string) {
  return and(ownedBy(scope, tenantPhoneNumbers.userId), eq(tenantPhoneNumbers.id, id));
}
