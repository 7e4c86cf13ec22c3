import { and, desc, eq, gte, isNull, lte, sql } from "drizzle-orm";
import {
  carrierAccounts,
  inboundLog,
  numberRoutes,
  routedCalls,
  tenantPhoneNumbers,
  unclaimedRings,
} from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy, tenantOf } from "../../db/owned-by.ts";
import type { NumberScope, UserScope } from "../../tenancy/scope.ts";
import type { RingOutcome } from "../ring-outcomes.ts";

export type RingEntry = {
  dedupeKey: string;
  numberId: string;
  caller: string | null;
  forwardReason: string;
  outcome: RingOutcome;
  milliseconds: number;
  receivedAt: number;
  /** The call that a carrier had asked us about, which this ring claims. */
  routedCallId?: string | null;
  /** It came over SIP, which proves that such a leg reaches the agent. */
  overSip?: boolean;
};

/** Stores one row per ring, however often Retell repeats it. The first ring proves that the number reaches the agent. */
export async function recordRing(scope: NumberScope, db: Database, ring: RingEntry): Promise<void> {
  const unproven = and(
    ownedBy(scope, tenantPhoneNumbers.userId),
    eq(tenantPhoneNumbers.id, ring.numberId),
    isNull(tenantPhoneNumbers.verifiedAt),
  );
  await db.batch([
    db
      .insert(inboundLog)
      .values({
        id: crypto.randomUUID(),
        userId: tenantOf(scope),
        numberId: ring.numberId,
        dedupeKey: ring.dedupeKey,
        fromNumber: ring.caller,
        forwardReason: ring.forwardReason,
        outcome: ring.outcome,
        milliseconds: ring.milliseconds,
        receivedAt: ring.receivedAt,
      })
      .onConflictDoNothing(),
    db.update(tenantPhoneNumbers).set({ verifiedAt: ring.receivedAt }).where(unproven),
    ...(ring.routedCallId ? [claimRouted(scope, db, ring.routedCallId, ring.receivedAt)] : []),
    ...(ring.overSip ? [proveSipLeg(scope, db, ring)] : []),
  ]);
}

function claimRouted(scope: NumberScope, db: Database, callId: string, at: number) {
  const open = and(eq(routedCalls.carrierCallId, callId), isNull(routedCalls.claimedAt));
  return db
    .update(routedCalls)
    .set({ claimedAt: at })
    .where(and(ownedBy(scope, routedCalls.userId), open));
}

/** For the account of the carrier that asks about this route now. Trying is over. */
function proveSipLeg(scope: NumberScope, db: Database, { numberId, receivedAt }: RingEntry) {
  const isAsking = sql`${carrierAccounts.userId} = ${numberRoutes.userId} AND ${carrierAccounts.carrier} =
    CASE ${numberRoutes.method} WHEN 'telnyx_live' THEN 'telnyx' ELSE 'twilio' END`;
  const account = sql`(SELECT coalesce(${carrierAccounts.accountSid}, ${carrierAccounts.publicKey})
    FROM ${carrierAccounts} WHERE ${isAsking})`;
  return db
    .update(numberRoutes)
    .set({ sipProvenAt: receivedAt, sipProvenFor: account, sipTryUntil: null })
    .where(and(ownedBy(scope, numberRoutes.userId), eq(numberRoutes.numberId, numberId)));
}

/** The latest ring on any of the company's numbers; null if there was none yet. */
export async function lastRing(scope: UserScope, db: Database) {
  const [ring] = await db
    .select({
      receivedAt: inboundLog.receivedAt,
      fromNumber: inboundLog.fromNumber,
      outcome: inboundLog.outcome,
      forwardReason: inboundLog.forwardReason,
    })
    .from(inboundLog)
    .where(ownedBy(scope, inboundLog.userId))
    .orderBy(desc(inboundLog.receivedAt))
    .limit(1);
  return ring ?? null;
}

/** The latest rings of one of the company's numbers, newest first; `since` is epoch milliseconds. */
export async function ringsOfNumber(
  scope: UserScope,
  db: Database,
  numberId: string,
  { since, limit }: { since: number; limit: number },
) {
  const { receivedAt, fromNumber, forwardReason, milliseconds, outcome } = inboundLog;
  return db
    .select({ receivedAt, fromNumber, forwardReason, milliseconds, outcome })
    .from(inboundLog)
    .where(and(ownedBy(scope, inboundLog.userId), eq(inboundLog.numberId, numberId), gte(receivedAt, since)))
    .orderBy(desc(receivedAt))
    .limit(limit);
}

/**
 * Records a ring for a number that no company has added: only the fact, for whoever adds it later. If a company without
 * settings added it before it rang, the ring proves the number for that company.
 */
export async function recordUnclaimedRing(
  scope: NumberScope,
  db: Database,
  ring: { dedupeKey: string; receivedAt: number },
): Promise<void> {
  const unproven = and(
    ownedBy(scope, tenantPhoneNumbers.userId),
    eq(tenantPhoneNumbers.phoneNumber, scope.phoneNumber),
    isNull(tenantPhoneNumbers.verifiedAt),
    lte(tenantPhoneNumbers.createdAt, ring.receivedAt), // a ring that was set aside may be from a former owner's time
  );
  await db.batch([
    db
      .insert(unclaimedRings)
      .values({ ...ring, toNumber: scope.phoneNumber })
      .onConflictDoNothing(),
    db.update(tenantPhoneNumbers).set({ verifiedAt: ring.receivedAt }).where(unproven),
  ]);
}
