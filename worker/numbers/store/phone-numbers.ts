import { and, asc, desc, eq, exists, inArray, isNull, ne, sql } from "drizzle-orm";
import { tenantPhoneNumbers } from "../../../drizzle/schema.ts";
import { insertAudit, insertAuditIf } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import { violatesUnique } from "../../db/unique-violation.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import { notBought } from "./not-bought.ts";
import { makePrimary, promoteOldest } from "./primary-number.ts";

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
  const there = and(ofTenant(scope, id), ne(tenantPhoneNumbers.status, "disconnecting"), notBought());
  const entry = { actor, action: "phone_number.removing", subject: id };
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
        ofTenant(scope, id),
        eq(tenantPhoneNumbers.sipTrunkProvider, "retell"),
        isNull(tenantPhoneNumbers.purchasedAt),
      ),
    );
}

export type NumberColumns = Partial<
  Pick<StoredNumber, "label" | "sipTrunkUri" | "sipTrunkProvider" | "sipTransport" | "sipUsername" | "sipPasswordSetAt">
>;

type Change = {
  columns: NumberColumns;
  actor: string;
  /** The names of the changed fields, without values. */
  fields: string[];
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
  { columns, actor, fields, now, concernsRetell, primary }: Change,
): Promise<StoredNumber | null> {
  const there = and(ofTenant(scope, id), ne(tenantPhoneNumbers.status, "disconnecting"));
  const entry = { actor, action: "phone_number.changed", subject: id, detail: { fields } };
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

/** Makes a connected number pending so that a job repairs it at Retell. False if another request was quicker. */
export async function reconnectNumber(
  scope: UserScope,
  db: Database,
  { id, revision }: Pick<StoredNumber, "id" | "revision">,
  now: number,
): Promise<boolean> {
  const asRead = and(
    ofTenant(scope, id),
    eq(tenantPhoneNumbers.status, "connected"),
    eq(tenantPhoneNumbers.revision, revision),
    notBought(),
  );
  const entry = { actor: "reconciliation", action: "phone_number.repairing", subject: id };
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

/** Retell has nothing of it and nothing is on its way there, so the row can be deleted right away. */
function isIdle() {
  return and(
    inArray(tenantPhoneNumbers.status, ["not_connected", "pending", "error"]),
    isNull(tenantPhoneNumbers.importSentAt),
    notBought(),
  );
}

function ofTenant(scope: UserScope, id: string) {
  return and(ownedBy(scope, tenantPhoneNumbers.userId), eq(tenantPhoneNumbers.id, id));
}
