import { and, asc, eq, gt, gte, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import {
  apiKeys,
  CALL_TIME,
  callEvents,
  calls,
  closures,
  currentImports,
  importMeta,
  inboundLog,
  lookupMisses,
  messages,
  numberPurchases,
  outgoingMail,
  reservations,
  retention,
  routedCalls,
  sealedSecrets,
  tenantConfig,
  tenantPhoneNumbers,
  unclaimedRings,
  user,
} from "../../drizzle/schema.ts";
import { DEFAULT_RETENTION, type Retention } from "../calls/store/retention.ts";
import type { Database } from "./database.ts";

// The only queries without a company's scope. Only gates and jobs may use them.

/** How many companies there are, counting only up to two, because all we need to know is whether there is more than one. */
export async function countTenants(db: Database): Promise<number> {
  const rows = await db.select({ one: sql`1` }).from(tenantConfig).limit(2);
  return rows.length;
}

/** The owner of the key with this hash, unless it was revoked. Only confirmed accounts can create keys. */
export async function ownerOfApiKey(
  db: Database,
  keyHash: string,
): Promise<{ userId: string; id: string; name: string } | null> {
  const [key] = await db
    .select({ userId: apiKeys.userId, id: apiKeys.id, name: apiKeys.name })
    .from(apiKeys)
    .where(and(eq(apiKeys.keyHash, keyHash), isNull(apiKeys.revokedAt)));
  return key ?? null;
}

/** Whose mail this is. The job that sends it acts for that account. */
export async function ownerOfMail(db: Database, id: string): Promise<string | null> {
  const [mail] = await db.select({ userId: outgoingMail.userId }).from(outgoingMail).where(eq(outgoingMail.id, id));
  return mail?.userId ?? null;
}

/** The ids of mail that should have gone out by `now`, oldest first. */
export async function dueMail(db: Database, now: number, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: outgoingMail.id })
    .from(outgoingMail)
    .where(and(isNull(outgoingMail.sentAt), isNull(outgoingMail.failedAt), lte(outgoingMail.nextAttemptAt, now)))
    .orderBy(asc(outgoingMail.nextAttemptAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Companies whose bookings are older than they allow, and who have not been told yet. */
export async function staleCompanies(db: Database, now: number, limit: number): Promise<string[]> {
  const age = sql`${now} - ${importMeta.importedAt}`;
  const rows = await db
    .select({ userId: currentImports.userId })
    .from(currentImports)
    .innerJoin(
      importMeta,
      and(eq(importMeta.userId, currentImports.userId), eq(importMeta.id, currentImports.importId)),
    )
    .innerJoin(tenantConfig, eq(tenantConfig.userId, currentImports.userId))
    .where(
      and(
        eq(currentImports.kind, "reservations"),
        isNull(currentImports.staleToldAt),
        sql`${age} >= ${tenantConfig.freshHours} * 3600000`,
      ),
    )
    .orderBy(asc(importMeta.importedAt))
    .limit(limit);
  return rows.map(({ userId }) => userId);
}

/** Companies with an upload that has made no progress since `before`. */
export async function companiesWithAbandoned(db: Database, before: number, limit: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ userId: importMeta.userId })
    .from(importMeta)
    .where(and(eq(importMeta.state, "receiving"), lt(importMeta.updatedAt, before)))
    .limit(limit);
  return rows.map(({ userId }) => userId);
}

/** Deletes mail that was sent or given up and has not changed since `before`. */
export async function deleteOldMail(db: Database, before: number): Promise<void> {
  const settled = or(isNotNull(outgoingMail.sentAt), isNotNull(outgoingMail.failedAt));
  await db.delete(outgoingMail).where(and(settled, lt(outgoingMail.updatedAt, before)));
}

/** Deletes callers' numbers once they are no longer needed: misses for the lock, rings for the overview. */
export async function deleteOldTraces(db: Database, before: { misses: number; rings: number }): Promise<void> {
  await db.batch([
    db.delete(lookupMisses).where(lt(lookupMisses.missedAt, before.misses)),
    db.delete(inboundLog).where(lt(inboundLog.receivedAt, before.rings)),
    db.delete(unclaimedRings).where(lt(unclaimedRings.receivedAt, before.rings)),
    db.delete(routedCalls).where(lt(routedCalls.receivedAt, before.rings)),
  ]);
}

/** Companies with a message that has been waiting for a digest since `before`. */
export async function companiesAwaitingDigest(db: Database, before: number, limit: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ userId: messages.userId })
    .from(messages)
    .where(and(sql`${messages.awaitsDigest} = 1`, lte(messages.createdAt, before)))
    .limit(limit);
  return rows.map(({ userId }) => userId);
}

/** Whose event in the inbox this is. */
export async function ownerOfCallEvent(db: Database, id: string): Promise<string | null> {
  const [event] = await db.select({ userId: callEvents.userId }).from(callEvents).where(eq(callEvents.id, id));
  return event?.userId ?? null;
}

/** The ids of events that should have been archived by `now`, longest due first. */
export async function dueCallEvents(db: Database, now: number, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: callEvents.id })
    .from(callEvents)
    .where(lte(callEvents.nextAttemptAt, now))
    .orderBy(asc(callEvents.nextAttemptAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

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

/** How many numbers were bought or are on their way, asked for since then by all companies together. */
export async function purchasesSince(db: Database, since: number): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)` })
    .from(numberPurchases)
    .where(and(gte(numberPurchases.requestedAt, since), isNull(numberPurchases.errorCode)));
  return row?.count ?? 0;
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

/** Companies with transcripts or recordings past their retention: older than `midnight` minus their days. */
export function companiesWithOutlived(db: Database, midnight: number, limit: number): Promise<string[]> {
  const transcripts = outlived(isNotNull(calls.transcriptRank), "transcriptDays", midnight);
  const recordings = outlived(isNotNull(calls.recordingRank), "recordingDays", midnight);
  return companiesWhere(db, or(transcripts, recordings), limit);
}

/** Companies with calls that Retell may still have although the recordings are past their retention. */
export function companiesWithCopies(db: Database, midnight: number, limit: number): Promise<string[]> {
  return companiesWhere(db, outlived(isNull(calls.retellForgotAt), "recordingDays", midnight), limit);
}

/** Whether this company exists, for jobs that carry its id. */
export async function isCompany(db: Database, userId: string): Promise<boolean> {
  return (await companiesWhere(db, eq(tenantConfig.userId, userId), 1)).length > 0;
}

async function companiesWhere(db: Database, condition: SQL | undefined, limit: number): Promise<string[]> {
  const rows = await db
    .select({ userId: tenantConfig.userId })
    .from(tenantConfig)
    .leftJoin(retention, eq(retention.userId, tenantConfig.userId))
    .where(condition)
    .limit(limit);
  return rows.map(({ userId }) => userId);
}

/** The condition that a company has a call past its retention. */
function outlived(condition: SQL, days: keyof Retention, midnight: number): SQL {
  const before = sql`${midnight} - coalesce(${retention[days]}, ${DEFAULT_RETENTION[days]}) * 86400000`;
  return sql`EXISTS (SELECT 1 FROM ${calls} WHERE ${calls.userId} = ${tenantConfig.userId} AND ${condition}
    AND ${CALL_TIME} < ${before})`;
}

/** Companies with bookings past their retention after the pick-up. Each version costs one index look-up. */
export async function companiesWithOutlivedBookings(db: Database, midnight: number, limit: number): Promise<string[]> {
  const before = sql`${midnight} - coalesce(${retention.reservationDays}, ${DEFAULT_RETENTION.reservationDays}) * 86400000`;
  const rows = await db
    .selectDistinct({ userId: importMeta.userId })
    .from(importMeta)
    .leftJoin(retention, eq(retention.userId, importMeta.userId))
    .where(
      and(
        eq(importMeta.kind, "reservations"),
        eq(importMeta.state, "ready"),
        sql`EXISTS (SELECT 1 FROM ${reservations} WHERE ${reservations.userId} = ${importMeta.userId}
          AND ${reservations.importId} = ${importMeta.id} AND ${reservations.pickupAt} < ${before})`,
      ),
    )
    .limit(limit);
  return rows.map(({ userId }) => userId);
}

/** Whose closure this is; null once the account is gone. */
export async function ownerOfClosure(db: Database, id: string): Promise<string | null> {
  const [closure] = await db.select({ userId: closures.userId }).from(closures).where(eq(closures.id, id));
  return closure?.userId ?? null;
}

/** The ids of closures that were due by `now`, longest due first. */
export async function dueClosures(db: Database, now: number, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: closures.id })
    .from(closures)
    .where(lte(closures.nextAttemptAt, now))
    .orderBy(asc(closures.nextAttemptAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

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
