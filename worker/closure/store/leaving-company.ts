import { and, count, gt, lte, not } from "drizzle-orm";
import { callEvents, calls, tenantConfig } from "../../../drizzle/schema.ts";
import { isLive } from "../../calls/store/call-log.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";

/** How many of the company's calls are still going on. */
export async function liveCalls(scope: UserScope, db: Database, now: number): Promise<number> {
  const [live] = await db
    .select({ n: count() })
    .from(calls)
    .where(and(ownedBy(scope, calls.userId), isLive(now)));
  return live?.n ?? 0;
}

/** Deletes the settings. Later events of old calls then find no company and are not kept. */
export async function dropSettings(scope: UserScope, db: Database): Promise<void> {
  await db.delete(tenantConfig).where(ownedBy(scope, tenantConfig.userId));
}

/**
 * Empties the inbox of call events, except those that a job has claimed and may be archiving right now, until `until` at
 * the latest. Returns how many of those there are.
 */
export async function emptyInbox(
  scope: UserScope,
  db: Database,
  { now, until }: { now: number; until: number },
): Promise<number> {
  const mine = ownedBy(scope, callEvents.userId);
  const inHands = and(
    gt(callEvents.attempts, 0),
    gt(callEvents.nextAttemptAt, now),
    lte(callEvents.nextAttemptAt, until),
  );
  const [, [left]] = await db.batch([
    db.delete(callEvents).where(and(mine, inHands && not(inHands))),
    db.select({ n: count() }).from(callEvents).where(mine),
  ]);
  return left?.n ?? 0;
}
