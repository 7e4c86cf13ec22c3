import { and, asc, desc, eq, exists, ne, sql } from "drizzle-orm";
import { tenantPhoneNumbers } from "../../../drizzle/schema.ts";
import type { FieldChange } from "../../audit/changed-fields.ts";
import { type AuditEntry, insertAudit, insertAuditIf } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import { violatesUnique } from "../../db/unique-violation.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import { makePrimary } from "./primary-number.ts";

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
  const [number] = await db.select().from(tenantPhoneNumbers).where(isNumber(scope, id));
  return number ?? null;
}

/**
 * Adds a number and an audit row. A company's first number is its primary one. Null if this or another company already has
 * the number. The unique index decides, even between two simultaneous requests.
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

export type NumberColumns = Partial<
  Pick<StoredNumber, "label" | "sipTrunkUri" | "sipTrunkProvider" | "sipTransport" | "sipUsername" | "sipPasswordSetAt">
>;

type Change = {
  columns: NumberColumns;
  actor: string;
  /** What changed; a password without its values. */
  changes: FieldChange[];
  now: number;
  /** Retell stores these columns too, so a connected number becomes pending until a job has updated Retell. */
  concernsRetell: boolean;
  primary: boolean;
};

/** Changes a number and writes an audit row. Null, and nothing is written, if it is gone or being removed. */
export async function changePhoneNumber(
  scope: UserScope,
  db: Database,
  id: string,
  { columns, actor, changes, now, concernsRetell, primary }: Change,
): Promise<StoredNumber | null> {
  const there = and(isNumber(scope, id), ne(tenantPhoneNumbers.status, "disconnecting"));
  const entry: AuditEntry = { actor, action: "phone_number.changed", subject: id, detail: { changes } };
  const [, [changed]] = await db.batch([
    insertAuditIf(scope, db, entry, exists(db.select({ one: sql`1` }).from(tenantPhoneNumbers).where(there))),
    db
      .update(tenantPhoneNumbers)
      .set({ userId: scope.userId, ...columns, ...(concernsRetell && again(now)) })
      .where(there)
      .returning({ id: tenantPhoneNumbers.id }),
    ...(primary ? [makePrimary(scope, db, id)] : []),
  ]);
  return changed ? phoneNumber(scope, db, id) : null;
}

/** The same for a number that is connected or pending. Others stay as they are. */
function again(now: number) {
  const { status, attempts, nextAttemptAt, revision } = tenantPhoneNumbers;
  const on = sql`${status} IN ('connected', 'pending')`;
  return {
    status: sql`CASE WHEN ${on} THEN 'pending' ELSE ${status} END`,
    attempts: sql`CASE WHEN ${on} THEN 0 ELSE ${attempts} END`,
    nextAttemptAt: sql`CASE WHEN ${on} THEN ${now} ELSE ${nextAttemptAt} END`,
    revision: sql`${revision} + 1`,
  };
}

/** The condition for one of the company's numbers. */
export function isNumber(scope: UserScope, id: string) {
  return and(ownedBy(scope, tenantPhoneNumbers.userId), eq(tenantPhoneNumbers.id, id));
}
