import { and, asc, eq, gte, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { numberPurchases } from "../../../drizzle/schema.ts";
import type { Database } from "../database.ts";

/** Whose purchase this is. */
export async function ownerOfPurchase(db: Database, id: string): Promise<string | null> {
  const { userId } = numberPurchases;
  const [found] = await db.select({ userId }).from(numberPurchases).where(eq(numberPurchases.id, id));
  return found?.userId ?? null;
}

/** The ids of purchases that were due by `now` and that no job holds, longest due first. */
export async function duePurchases(db: Database, now: number, limit: number): Promise<string[]> {
  const { id, nextAttemptAt, lease, leaseUntil } = numberPurchases;
  const rows = await db
    .select({ id })
    .from(numberPurchases)
    .where(and(lte(nextAttemptAt, now), or(isNull(lease), lt(leaseUntil, now))))
    .orderBy(asc(nextAttemptAt))
    .limit(limit);
  return rows.map((row) => row.id);
}

/**
 * A part of the statement that takes a place: how many numbers were bought or are on their way, asked for since then by all
 * companies together. It says nothing about any of them.
 */
export function purchasesSince(since: number): SQL<number> {
  return sql<number>`(SELECT count(*) FROM ${numberPurchases}
    WHERE ${and(gte(numberPurchases.requestedAt, since), isNull(numberPurchases.errorCode))})`;
}
