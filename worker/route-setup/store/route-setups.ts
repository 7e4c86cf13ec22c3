import { and, eq, isNull, lte, or, sql } from "drizzle-orm";
import { routeSetups } from "../../../drizzle/schema.ts";
import { insertAuditIf } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import { insertMailIf, type NewMail } from "../../mail/store/outbox.ts";
import type { Carrier } from "../../telephony/carriers.ts";
import type { UserScope } from "../../tenancy/scope.ts";

export type RouteSetup = typeof routeSetups.$inferSelect;

/** A set-up that somebody works on: the lease says who. */
type Held = Pick<RouteSetup, "numberId" | "lease">;

export async function routeSetup(scope: UserScope, db: Database, numberId: string): Promise<RouteSetup | null> {
  const [setup] = await db.select().from(routeSetups).where(mine(scope, numberId));
  return setup ?? null;
}

/** Every number of the company that is set up at a carrier, or was begun to be. */
export function companySetups(scope: UserScope, db: Database): Promise<RouteSetup[]> {
  return db.select().from(routeSetups).where(ownedBy(scope, routeSetups.userId));
}

/** Whether any number is set up at this carrier. */
export async function isSetUpAt(scope: UserScope, db: Database, carrier: Carrier): Promise<boolean> {
  const found = await db
    .select({ id: routeSetups.id })
    .from(routeSetups)
    .where(and(ownedBy(scope, routeSetups.userId), eq(routeSetups.carrier, carrier)))
    .limit(1);
  return found.length > 0;
}

/** Remembers what was found. Null if another request was faster. */
export async function startSetup(
  scope: UserScope,
  db: Database,
  setup: Omit<RouteSetup, "userId" | "state" | "written" | "voiceUrl" | "unansweredAt" | "trouble" | "setUpAt">,
): Promise<RouteSetup | null> {
  const [added] = await db
    .insert(routeSetups)
    .values({ ...setup, userId: scope.userId, state: "setting_up", written: [] })
    .onConflictDoNothing()
    .returning();
  return added ?? null;
}

/** Claims a set-up until `until`, unless somebody else works on it. */
export async function leaseSetup(
  scope: UserScope,
  db: Database,
  numberId: string,
  { token, now, until }: { token: string; now: number; until: number },
): Promise<RouteSetup | null> {
  const free = or(isNull(routeSetups.leaseUntil), lte(routeSetups.leaseUntil, now));
  const [held] = await db
    .update(routeSetups)
    .set({ lease: token, leaseUntil: until })
    .where(and(mine(scope, numberId), free))
    .returning();
  return held ?? null;
}

/** Records how far the set-up is. Writes nothing once the lease is lost. */
export async function noteSetup(
  scope: UserScope,
  db: Database,
  held: Held,
  change: Partial<
    Pick<
      RouteSetup,
      "state" | "step" | "former" | "written" | "unansweredAt" | "trouble" | "setUpAt" | "lease" | "leaseUntil"
    >
  >,
): Promise<boolean> {
  const rows = await db.update(routeSetups).set(change).where(holding(scope, held)).returning({ id: routeSetups.id });
  return rows.length > 0;
}

/**
 * Ends a run: the set-up is in place, or gone. Writes the audit row too. False, and nothing is written, once the lease is
 * lost to another run. `mail` is written in the same batch.
 */
export async function endSetup(
  scope: UserScope,
  db: Database,
  held: Held,
  end: { setUpAt: number; voiceUrl: string } | "undone" | "left_as_is",
  mail: NewMail | null = null,
): Promise<boolean> {
  const isHeld = sql`EXISTS (SELECT 1 FROM ${routeSetups} WHERE ${holding(scope, held)})`;
  const action = typeof end === "string" ? (`route.setup_${end}` as const) : "route.set_up";
  const audit = insertAuditIf(scope, db, { actor: scope.userId, action, subject: held.numberId }, isHeld);
  const done = { state: "set_up" as const, step: null, trouble: null, lease: null, leaseUntil: null };
  const change =
    typeof end === "string"
      ? db.delete(routeSetups).where(holding(scope, held)).returning({ id: routeSetups.id })
      : db
          .update(routeSetups)
          .set({ ...done, ...end })
          .where(holding(scope, held))
          .returning({ id: routeSetups.id });
  if (!mail) {
    const [, ended] = await db.batch([audit, change]);
    return ended.length > 0;
  }
  const [, , ended] = await db.batch([audit, insertMailIf(scope, db, mail, isHeld), change]);
  return ended.length > 0;
}

function mine(scope: UserScope, numberId: string) {
  return and(ownedBy(scope, routeSetups.userId), eq(routeSetups.numberId, numberId));
}

function holding(scope: UserScope, { numberId, lease }: Held) {
  return and(mine(scope, numberId), eq(routeSetups.lease, lease ?? ""));
}
