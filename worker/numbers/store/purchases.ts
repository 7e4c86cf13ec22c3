import { and, desc, eq, gte, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { numberPurchases, tenantPhoneNumbers, user } from "../../../drizzle/schema.ts";
import { type AuditEntry, insertAuditIf } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import { violatesUnique } from "../../db/unique-violation.ts";
import type { UserScope } from "../../tenancy/scope.ts";

export type Purchase = typeof numberPurchases.$inferSelect;
export type Wish = Pick<Purchase, "areaCode" | "countryCode" | "tollFree">;
type Held = Pick<Purchase, "id" | "lease">;

/**
 * `numbers`: how many a company may have of us, counting those that are on their way or being removed. `tries`: how often
 * it may ask since then, whatever came of it. `platform`: how many all companies together may get.
 */
export type PurchaseCaps = {
  numbers: number;
  tries: { most: number; since: number };
  platform: { most: number; taken: SQL<number> };
};

/**
 * Stores a purchase before anything is sent, with its audit row. Returns the cap that is reached instead, and then nothing is
 * written. The statement that takes the place counts, so requests at the same moment do not get beyond a cap.
 */
export async function requestPurchase(
  scope: UserScope,
  db: Database,
  wish: Wish,
  { now, actor, caps }: { now: number; actor: string; caps: PurchaseCaps },
): Promise<Purchase | keyof PurchaseCaps> {
  const id = crypto.randomUUID();
  const isTheirs = ownedBy(scope, numberPurchases.userId);
  const reached = {
    numbers: sql<number>`(SELECT count(*) FROM ${numberPurchases} WHERE ${and(isTheirs, isNotNull(numberPurchases.nextAttemptAt))})
    + (SELECT count(*) FROM ${tenantPhoneNumbers} WHERE ${and(ownedBy(scope, tenantPhoneNumbers.userId), isNotNull(tenantPhoneNumbers.purchasedAt))}) >= ${caps.numbers}`,
    tries: sql<number>`(SELECT count(*) FROM ${numberPurchases} WHERE ${and(isTheirs, gte(numberPurchases.requestedAt, caps.tries.since))}) >= ${caps.tries.most}`,
    platform: sql<number>`${caps.platform.taken} >= ${caps.platform.most}`,
  };
  const under = sql`NOT (${reached.numbers}) AND NOT (${reached.tries}) AND NOT (${reached.platform})`;
  const mine = and(ownedBy(scope, numberPurchases.userId), eq(numberPurchases.id, id));
  const there = sql`EXISTS (SELECT 1 FROM ${numberPurchases} WHERE ${mine})`;
  const entry: AuditEntry = { actor, action: "phone_number.purchase_requested", subject: id };
  const [[full]] = await db.batch([
    db.select(reached).from(user).where(ownedBy(scope, user.id)),
    db.insert(numberPurchases).select(
      // every column, in the table's order
      sql`SELECT ${id}, ${scope.userId}, ${wish.areaCode}, ${wish.countryCode}, ${wish.tollFree ? 1 : 0}, ${now},
        NULL, NULL, NULL, NULL, NULL, 0, ${now}, NULL, NULL WHERE ${under}`,
    ),
    insertAuditIf(scope, db, entry, there),
  ]);
  const stored = await purchase(scope, db, id);
  return stored ?? (full?.numbers ? "numbers" : full?.tries ? "tries" : "platform");
}

export async function purchase(scope: UserScope, db: Database, id: string): Promise<Purchase | null> {
  const [found] = await db.select().from(numberPurchases).where(mine(scope, id));
  return found ?? null;
}

/** The company's latest purchase; null if it never asked for one. */
export async function latestPurchase(scope: UserScope, db: Database): Promise<Purchase | null> {
  const [latest] = await db
    .select()
    .from(numberPurchases)
    .where(ownedBy(scope, numberPurchases.userId))
    .orderBy(desc(numberPurchases.requestedAt))
    .limit(1);
  return latest ?? null;
}

/** Claims a purchase that is due and that no other job holds. Null if there is nothing to do for this job. */
export async function leasePurchase(
  scope: UserScope,
  db: Database,
  id: string,
  { token, now, until }: { token: string; now: number; until: number },
): Promise<Purchase | null> {
  const free = or(isNull(numberPurchases.lease), lt(numberPurchases.leaseUntil, now));
  const [held] = await db
    .update(numberPurchases)
    .set({ lease: token, leaseUntil: until, attempts: sql`${numberPurchases.attempts} + 1` })
    .where(and(mine(scope, id), lte(numberPurchases.nextAttemptAt, now), free))
    .returning();
  return held ?? null;
}

/** Called before a request is sent. False if the job has lost it or the company is leaving; then nothing may be sent. */
export async function notePurchaseSent(scope: UserScope, db: Database, held: Held, now: number): Promise<boolean> {
  const wanted = and(holding(scope, held), isNull(numberPurchases.cancelledAt));
  return written(db, { sentAt: now, refusedAt: null }, wanted);
}

/** Retell refused, and no earlier request can still arrive: nothing of this purchase is there. */
export async function notePurchaseRefused(scope: UserScope, db: Database, held: Held, now: number): Promise<void> {
  await written(db, { refusedAt: now }, holding(scope, held));
}

/** Ends the lease; the purchase is due again at `until`. */
export async function postponePurchase(scope: UserScope, db: Database, held: Held, until: number): Promise<void> {
  await written(db, { lease: null, leaseUntil: null, nextAttemptAt: until }, holding(scope, held));
}

/** Gives a purchase up; nothing of it is at Retell. */
export async function failPurchase(scope: UserScope, db: Database, held: Held, errorCode: string): Promise<void> {
  await written(db, { lease: null, leaseUntil: null, nextAttemptAt: null, errorCode }, holding(scope, held));
}

/**
 * The number is at Retell: it becomes one of the company's, connected, in the same batch as the purchase ends and its audit
 * row is written. Nothing is written if the job has lost the purchase or the company is leaving ("lost"), or if another
 * company has this number in its list ("taken").
 */
export async function settlePurchase(
  scope: UserScope,
  db: Database,
  held: Purchase,
  { phoneNumber, now }: { phoneNumber: string; now: number },
): Promise<"settled" | "lost" | "taken"> {
  const holds = sql`EXISTS (SELECT 1 FROM ${numberPurchases} WHERE ${and(holding(scope, held), isNull(numberPurchases.cancelledAt))})`;
  const first = sql`NOT EXISTS (SELECT 1 FROM ${tenantPhoneNumbers} WHERE ${ownedBy(scope, tenantPhoneNumbers.userId)})`;
  const entry: AuditEntry = {
    actor: scope.userId,
    action: "phone_number.bought",
    subject: held.id,
    detail: { phone_number: phoneNumber },
  };
  const batch = db.batch([
    insertAuditIf(scope, db, entry, holds),
    db.insert(tenantPhoneNumbers).select(
      // every column, in the table's order
      sql`SELECT ${held.id}, ${scope.userId}, ${phoneNumber}, NULL, ${first}, ${phoneNumber}, NULL, 'retell', NULL, NULL,
        'connected', NULL, NULL, ${now}, ${now}, NULL, NULL, ${now}, ${held.sentAt ?? now}, ${now}, 0, 0, NULL, NULL, NULL,
        ${now} WHERE ${holds}`,
    ),
    db
      .update(numberPurchases)
      .set({ lease: null, leaseUntil: null, nextAttemptAt: null, phoneNumber })
      .where(and(holding(scope, held), isNull(numberPurchases.cancelledAt)))
      .returning({ id: numberPurchases.id }),
  ]);
  try {
    const [, , settled] = await batch;
    return settled.length > 0 ? "settled" : "lost";
  } catch (error) {
    if (violatesUnique(error, "tenant_phone_numbers.phone_number")) return "taken";
    throw error;
  }
}

/** The company leaves: nothing more is sent, and a job gives back what may still arrive. Returns how many are unsettled. */
export async function cancelPurchases(scope: UserScope, db: Database, now: number): Promise<string[]> {
  const unsettled = and(ownedBy(scope, numberPurchases.userId), isNotNull(numberPurchases.nextAttemptAt));
  await db
    .update(numberPurchases)
    .set({ cancelledAt: now, nextAttemptAt: now })
    .where(and(unsettled, isNull(numberPurchases.cancelledAt)));
  const rows = await db.select({ id: numberPurchases.id }).from(numberPurchases).where(unsettled);
  return rows.map(({ id }) => id);
}

function mine(scope: UserScope, id: string) {
  return and(ownedBy(scope, numberPurchases.userId), eq(numberPurchases.id, id));
}

function holding(scope: UserScope, { id, lease }: Held) {
  return and(mine(scope, id), eq(numberPurchases.lease, lease ?? ""));
}

type Columns = Partial<Pick<Purchase, "sentAt" | "refusedAt" | "nextAttemptAt" | "lease" | "leaseUntil" | "errorCode">>;

async function written(db: Database, columns: Columns, where: SQL | undefined): Promise<boolean> {
  const rows = await db.update(numberPurchases).set(columns).where(where).returning({ id: numberPurchases.id });
  return rows.length > 0;
}
