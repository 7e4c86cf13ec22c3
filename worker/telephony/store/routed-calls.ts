import { and, desc, eq, gte, isNull } from "drizzle-orm";
import { routedCalls } from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";

export type RoutedCall = typeof routedCalls.$inferSelect;

/** Records where a call went. A retry by the carrier, or a replay of its request, changes nothing. */
export async function saveRoutedCall(
  scope: UserScope,
  db: Database,
  call: Pick<
    RoutedCall,
    "carrierCallId" | "numberId" | "caller" | "withheld" | "agentNumber" | "reason" | "receivedAt" | "toAgentAt"
  >,
): Promise<void> {
  await db
    .insert(routedCalls)
    .values({ ...call, userId: scope.userId })
    .onConflictDoNothing();
}

/**
 * Records, once, how the office's leg of a call ended: `toAgentAt` if the call goes on to the agent, and `reason` why.
 */
export async function saveOfficeEnd(
  scope: UserScope,
  db: Database,
  carrierCallId: string,
  end: Pick<RoutedCall, "officeStatus" | "officeSeconds" | "officeEndedAt" | "toAgentAt"> & { reason?: string },
): Promise<void> {
  const open = and(eq(routedCalls.carrierCallId, carrierCallId), isNull(routedCalls.officeStatus));
  await db
    .update(routedCalls)
    .set(end)
    .where(and(ownedBy(scope, routedCalls.userId), open));
}

/** Records, once, that somebody at the office pressed the key. */
export async function saveKeyPressed(
  scope: UserScope,
  db: Database,
  carrierCallId: string,
  officePressedAt: number,
): Promise<void> {
  const waiting = and(eq(routedCalls.carrierCallId, carrierCallId), isNull(routedCalls.officePressedAt));
  await db
    .update(routedCalls)
    .set({ officePressedAt })
    .where(and(ownedBy(scope, routedCalls.userId), waiting));
}

/** The calls to a number that its carrier has asked about since then (epoch milliseconds), newest first. */
export function routedCallsSince(
  scope: UserScope,
  db: Database,
  { numberId, since, limit }: { numberId: string; since: number; limit: number },
): Promise<RoutedCall[]> {
  const mine = and(ownedBy(scope, routedCalls.userId), eq(routedCalls.numberId, numberId));
  return db
    .select()
    .from(routedCalls)
    .where(and(mine, gte(routedCalls.receivedAt, since)))
    .orderBy(desc(routedCalls.receivedAt))
    .limit(limit);
}
