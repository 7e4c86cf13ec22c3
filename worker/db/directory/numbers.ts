import { and, asc, eq, isNull, lt, lte, or } from "drizzle-orm";
import { tenantPhoneNumbers, user } from "../../../drizzle/schema.ts";
import type { Database } from "../database.ts";

/** Whose number this is. */
export async function ownerOfNumber(db: Database, id: string): Promise<string | null> {
  const [number] = await db
    .select({ userId: tenantPhoneNumbers.userId })
    .from(tenantPhoneNumbers)
    .where(eq(tenantPhoneNumbers.id, id));
  return number?.userId ?? null;
}

/** The ids of numbers that were due by `now` and that no job holds, longest due first. */
export async function dueNumbers(db: Database, now: number, limit: number): Promise<string[]> {
  const { id, nextAttemptAt, lease, leaseUntil } = tenantPhoneNumbers;
  const rows = await db
    .select({ id })
    .from(tenantPhoneNumbers)
    .where(and(lte(nextAttemptAt, now), or(isNull(lease), lt(leaseUntil, now))))
    .orderBy(asc(nextAttemptAt))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** Every company's numbers, for the comparison with Retell's list. */
export async function everyNumber(db: Database) {
  const { id, userId, phoneNumber, status, sipTrunkProvider, importSentAt, revision, purchasedAt } = tenantPhoneNumbers;
  return db
    .select({ id, userId, phoneNumber, status, sipTrunkProvider, importSentAt, revision, purchasedAt })
    .from(tenantPhoneNumbers);
}

/** A claim made before `before` that no call has proven, and the e-mail address of the company that made it. */
export async function unprovenClaim(db: Database, phoneNumber: string, before: number) {
  const [claim] = await db
    .select({
      id: tenantPhoneNumbers.id,
      userId: tenantPhoneNumbers.userId,
      status: tenantPhoneNumbers.status,
      importSentAt: tenantPhoneNumbers.importSentAt,
      revision: tenantPhoneNumbers.revision,
      email: user.email,
    })
    .from(tenantPhoneNumbers)
    .innerJoin(user, eq(user.id, tenantPhoneNumbers.userId))
    .where(
      and(
        eq(tenantPhoneNumbers.phoneNumber, phoneNumber),
        isNull(tenantPhoneNumbers.verifiedAt),
        lt(tenantPhoneNumbers.createdAt, before),
      ),
    );
  return claim ?? null;
}
