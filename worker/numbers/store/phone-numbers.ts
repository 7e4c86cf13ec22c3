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
 * Removes a number of which nothing is at Retell, with its audit row; if it was the primary one, the oldest that is left
 * becomes it. False, and nothing is written, when it is gone already or may be at Retell by now.
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
 * From now on a job removes it at Retell until it is gone there, and the row after it. Null when it is not there or was
 * bought at Retell; one that is being removed already is returned as it is.
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

/** Of a number bought at Retell only the row goes, when its company leaves: what is there is not ours to touch. */
export async function dropBoughtNumber(scope: UserScope, db: Database, id: string): Promise<void> {
  await db
    .delete(tenantPhoneNumbers)
    .where(and(ofTenant(scope, id), eq(tenantPhoneNumbers.sipTrunkProvider, "retell")));
}

export type NumberColumns = Partial<
  Pick<StoredNumber, "label" | "sipTrunkUri" | "sipTrunkProvider" | "sipTransport" | "sipUsername" | "sipPasswordSetAt">
>;

type Change = {
  columns: NumberColumns;
  actor: string;
  /** The names of what changed, without values. */
  fields: string[];
  now: number;
  /** What Retell holds changes with it: a connected number becomes pending until a job has brought it there. */
  concernsRetell: boolean;
  primary: boolean;
};

/** Changes a number with its audit row. Null, and nothing is written, when it is gone or being removed. */
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

/** A connected number whose state at Retell is to be mended; false when somebody was quicker. */
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

/** What Retell holds of every number has changed: those that are connected, or on their way, are due anew. Their ids. */
export async function reconnectNumbers(scope: UserScope, db: Database, now: number): Promise<string[]> {
  const mine = ownedBy(scope, tenantPhoneNumbers.userId);
  const due = await db
    .update(tenantPhoneNumbers)
    .set({ status: "pending", ...fromTheStart(now) })
    .where(and(mine, inArray(tenantPhoneNumbers.status, ["connected", "pending"]), notBought()))
    .returning({ id: tenantPhoneNumbers.id });
  return due.map(({ id }) => id);
}

/** Work for a job, at once, with all its tries ahead. */
export function fromTheStart(now: number) {
  const revision = sql`${tenantPhoneNumbers.revision} + 1`;
  return { statusDetail: null, errorCode: null, attempts: 0, nextAttemptAt: now, revision };
}

/** The same for a number that is connected or on its way there; one that is not stays as it is. */
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

/** Nothing of it is at Retell, or on its way there: the row may go at once. */
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
