import { and, eq, sql } from "drizzle-orm";
import { numberRoutes } from "../../../drizzle/schema.ts";
import type { AuditAction } from "../../audit/actions.ts";
import { changedFields } from "../../audit/changed-fields.ts";
import { type AuditEntry, insertAudit, insertAuditIf } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";

export type StoredRoute = typeof numberRoutes.$inferSelect;

export async function numberRoute(scope: UserScope, db: Database, numberId: string): Promise<StoredRoute | null> {
  const [route] = await db.select().from(numberRoutes).where(routeOf(scope, numberId));
  return route ?? null;
}

/** Writes the audit row too; `before` is the route that it replaces. A foreign key makes sure that the number is the company's own. */
export async function saveNumberRoute(
  scope: UserScope,
  db: Database,
  route: Pick<StoredRoute, "numberId" | "method" | "publicNumber" | "token" | "pressOne" | "sipLeg" | "methodSince">,
  { action, before }: { action: AuditAction; before: StoredRoute | null },
): Promise<void> {
  const { method, publicNumber, token, pressOne, sipLeg, methodSince } = route;
  await db.batch([
    db
      .insert(numberRoutes)
      .values({ ...route, userId: scope.userId })
      .onConflictDoUpdate({
        target: [numberRoutes.userId, numberRoutes.numberId],
        set: { method, publicNumber, token, pressOne, sipLeg, methodSince },
      }),
    insertAudit(scope, db, {
      actor: scope.userId,
      action,
      subject: route.numberId,
      detail: { changes: changedFields(before && named(before), named(route)) },
    }),
  ]);
}

function named(route: Pick<StoredRoute, "method" | "publicNumber" | "pressOne" | "sipLeg">) {
  const { method, publicNumber, pressOne, sipLeg } = route;
  return { method, public_number: publicNumber, press_one: pressOne, sip_leg: sipLeg };
}

/** Has the calls of a route try SIP until then. Writes the audit row too. False if there is no route. */
export async function trySipUntil(scope: UserScope, db: Database, numberId: string, until: number): Promise<boolean> {
  const there = sql`EXISTS (SELECT 1 FROM ${numberRoutes} WHERE ${routeOf(scope, numberId)})`;
  const entry: AuditEntry = { actor: scope.userId, action: "route.sip_leg_tried", subject: numberId };
  const [, tried] = await db.batch([
    insertAuditIf(scope, db, entry, there),
    db
      .update(numberRoutes)
      .set({ sipTryUntil: until })
      .where(routeOf(scope, numberId))
      .returning({ numberId: numberRoutes.numberId }),
  ]);
  return tried.length > 0;
}

/** Notes that a SIP leg did not reach the agent. */
export async function noteSipFailed(scope: UserScope, db: Database, numberId: string, at: number): Promise<void> {
  await db.update(numberRoutes).set({ sipFailedAt: at }).where(routeOf(scope, numberId));
}

function routeOf(scope: UserScope, numberId: string) {
  return and(ownedBy(scope, numberRoutes.userId), eq(numberRoutes.numberId, numberId));
}
