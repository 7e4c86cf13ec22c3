import { inboundLog, unclaimedRings } from "../../drizzle/schema.ts";
import type { NumberScope } from "../tenancy/scope.ts";
import type { Database } from "./database.ts";
import { tenantOf } from "./owned-by.ts";

export type RingEntry = {
  dedupeKey: string;
  numberId: string;
  caller: string | null;
  forwardReason: string;
  outcome: "answered" | "stale" | "rejected";
  milliseconds: number;
  receivedAt: number;
};

/** One row a ring, however often Retell repeats it. */
export async function recordRing(scope: NumberScope, db: Database, ring: RingEntry): Promise<void> {
  await db
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
    .onConflictDoNothing();
}

/** A ring of a number that no company has added: only the fact, for whoever adds it later. */
export async function recordUnclaimedRing(
  scope: NumberScope,
  db: Database,
  ring: { dedupeKey: string; receivedAt: number },
): Promise<void> {
  await db
    .insert(unclaimedRings)
    .values({ ...ring, toNumber: scope.phoneNumber })
    .onConflictDoNothing();
}
