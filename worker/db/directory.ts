import { and, asc, eq, gt, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
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
  outgoingMail,
  reservations,
  retention,
  sealedSecrets,
  tenantConfig,
  tenantPhoneNumbers,
  unclaimedRings,
  user,
} from "../../drizzle/schema.ts";
import { DEFAULT_RETENTION, type Retention } from "../calls/store/retention.ts";
import type { Database } from "./database.ts";

// The only questions that no company asks for itself. For the gates and jobs alone.

/** How many companies there are, counted no further than two: one or more than one is all anybody needs to know. */
export async function countTenants(db: Database): Promise<number> {
  const rows = await db.select({ one: sql`1` }).from(tenantConfig).limit(2);
  return rows.length;
}

/** Whose key has this hash, unless it was revoked. The account is a confirmed one: only those can create keys. */
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

/** Whose mail this is: the job that sends it acts in that account's name. */
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

/** Companies whose bookings are older than they allow, and who have not been told. */
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

/** Companies with an upload that has not gone on since `before`. */
export async function companiesWithAbandoned(db: Database, before: number, limit: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ userId: importMeta.userId })
    .from(importMeta)
    .where(and(eq(importMeta.state, "receiving"), lt(importMeta.updatedAt, before)))
    .limit(limit);
  return rows.map(({ userId }) => userId);
}

/** Removes mail that was sent or given up and has not been touched since `before`. */
export async function deleteOldMail(db: Database, before: number): Promise<void> {
  const settled = or(isNotNull(outgoingMail.sentAt), isNotNull(outgoingMail.failedAt));
  await db.delete(outgoingMail).where(and(settled, lt(outgoingMail.updatedAt, before)));
}

/** Callers' numbers are kept no longer than they serve: misses for the lock, rings for the overview. */
export async function deleteOldTraces(db: Database, before: { misses: number; rings: number }): Promise<void> {
  await db.batch([
    db.delete(lookupMisses).where(lt(lookupMisses.missedAt, before.misses)),
    db.delete(inboundLog).where(lt(inboundLog.receivedAt, before.rings)),
    db.delete(unclaimedRings).where(lt(unclaimedRings.receivedAt, before.rings)),
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

/** Whose event of the inbox this is. */
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

/** The ids of numbers that a job should have gone on with by `now` and that none holds, longest due first. */
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
  const { id, userId, phoneNumber, status, sipTrunkProvider, importSentAt, revision } = tenantPhoneNumbers;
  return db
    .select({ id, userId, phoneNumber, status, sipTrunkProvider, importSentAt, revision })
    .from(tenantPhoneNumbers);
}

/** A claim that nobody has proven by a call since before `before`, and the address of who made it. */
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

/** Companies that have kept something for longer than they wish: since before `midnight` less their days. */
export function companiesWithOutlived(db: Database, midnight: number, limit: number): Promise<string[]> {
  const transcripts = outlived(isNotNull(calls.transcriptRank), "transcriptDays", midnight);
  const recordings = outlived(isNotNull(calls.recordingRank), "recordingDays", midnight);
  return companiesWhere(db, or(transcripts, recordings), limit);
}

/** Companies with calls that Retell may still have, though their recordings' days are over. */
export function companiesWithCopies(db: Database, midnight: number, limit: number): Promise<string[]> {
  return companiesWhere(db, outlived(isNull(calls.retellForgotAt), "recordingDays", midnight), limit);
}

/** Whether such a company exists: for a job that carries its id. */
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

/** The company has a call that is older than it wishes. */
function outlived(condition: SQL, days: keyof Retention, midnight: number): SQL {
  const before = sql`${midnight} - coalesce(${retention[days]}, ${DEFAULT_RETENTION[days]}) * 86400000`;
  return sql`EXISTS (SELECT 1 FROM ${calls} WHERE ${calls.userId} = ${tenantConfig.userId} AND ${condition}
    AND ${CALL_TIME} < ${before})`;
}

/** Companies that have kept bookings for longer than they wish after the pick-up: each version is one look into an index. */
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

/** The ids of closures that should have gone on by `now`, longest due first. */
export async function dueClosures(db: Database, now: number, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: closures.id })
    .from(closures)
    .where(lte(closures.nextAttemptAt, now))
    .orderBy(asc(closures.nextAttemptAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Secrets in force that are sealed with another key than `kid`, but for those that could not be opened a moment ago. */
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
  // For "<>" SQLite would read the whole index every five minutes.
  const [below, above] = await db.batch([where(lt(sealedSecrets.kid, kid)), where(gt(sealedSecrets.kid, kid))]);
  return [...below, ...above].slice(0, limit);
}

/** Places in KV that hold no longer or never did, and that nobody is about to bring into force. */
export async function unusedPlaces(db: Database, before: number, limit: number) {
  return db
    .select({ userId: sealedSecrets.userId, place: sealedSecrets.place })
    .from(sealedSecrets)
    .where(and(sql`${sealedSecrets.isCurrent} = 0`, lt(sealedSecrets.sealedAt, before)))
    .limit(limit);
}

/** Secrets of phone numbers that are not there: never stored, or removed. */
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
