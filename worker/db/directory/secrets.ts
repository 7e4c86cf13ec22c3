import { and, eq, gt, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { sealedSecrets, tenantPhoneNumbers } from "../../../drizzle/schema.ts";
import type { Database } from "../database.ts";

/** Current secrets that are sealed with a key other than `kid`, except those that could not be opened a moment ago. */
export async function secretsWithOtherKey(
  db: Database,
  { kid, unreadableBefore, limit }: { kid: string; unreadableBefore: number; limit: number },
) {
  const where = (otherKey: SQL) =>
    db
      .select({ userId: sealedSecrets.userId, kind: sealedSecrets.kind, recordId: sealedSecrets.recordId })
      .from(sealedSecrets)
      .where(
        and(
          otherKey,
          sql`${sealedSecrets.isCurrent} = 1`,
          or(isNull(sealedSecrets.unreadableAt), lt(sealedSecrets.unreadableAt, unreadableBefore)),
        ),
      )
      .limit(limit);
  // With "<>" SQLite would read the whole index every five minutes.
  const [below, above] = await db.batch([where(lt(sealedSecrets.kid, kid)), where(gt(sealedSecrets.kid, kid))]);
  return [...below, ...above].slice(0, limit);
}

/** Places in KV that are not current and are too old to become current. */
export async function unusedPlaces(db: Database, before: number, limit: number) {
  return db
    .select({ userId: sealedSecrets.userId, place: sealedSecrets.place })
    .from(sealedSecrets)
    .where(and(sql`${sealedSecrets.isCurrent} = 0`, lt(sealedSecrets.sealedAt, before)))
    .limit(limit);
}

/** Secrets of phone numbers that do not exist, because they were never stored or were removed. */
export async function secretsWithoutRecord(db: Database, before: number, limit: number) {
  const number = and(
    eq(tenantPhoneNumbers.userId, sealedSecrets.userId),
    eq(tenantPhoneNumbers.id, sealedSecrets.recordId),
  );
  return db
    .select({ userId: sealedSecrets.userId, kind: sealedSecrets.kind, recordId: sealedSecrets.recordId })
    .from(sealedSecrets)
    .leftJoin(tenantPhoneNumbers, number)
    .where(
      and(
        sql`${sealedSecrets.isCurrent} = 1`,
        eq(sealedSecrets.kind, "sip"),
        lt(sealedSecrets.sealedAt, before),
        isNull(tenantPhoneNumbers.id),
      ),
    )
    .limit(limit);
}
