import { and, eq } from "drizzle-orm";
import { numberRoutes } from "../../../drizzle/schema.ts";
import type { AuditAction } from "../../audit/actions.ts";
import { changedFields } from "../../audit/changed-fields.ts";
import { insertAudit } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";

export type StoredRoute = typeof numberRoutes.$inferSelect;

export async function numberRoute(scope: UserScope, db: Database, numberId: string): Promise<StoredRoute | null> {
  const [route] = await db
    .select()
    .from(numberRoutes)
    .where(and(ownedBy(scope, numberRoutes.userId), eq(numberRoutes.numberId, numberId)));
  return route ?? null;
}

/** Writes the audit row too; `before` is the route that it replaces. A foreign key makes sure that the number is the company's own. */
export async function saveNumberRoute(
  scope: UserScope,
  db: Database,
  route: Pick<StoredRoute, "numberId" | "method" | "publicNumber" | "token" | "pressOne" | "methodSince">,
  { action, before }: { action: AuditAction; before: StoredRoute | null },
): Promise<void> {
  const { method, publicNumber, token, pressOne, methodSince } = route;
  await db.batch([
    db
      .insert(numberRoutes)
      .values({ ...route, userId: scope.userId })
      .onConflictDoUpdate({
        target: [numberRoutes.userId, numberRoutes.numberId],
        set: { method, publicNumber, token, pressOne, methodSince },
      }),
    insertAudit(scope, db, {
      actor: scope.userId,
      action,
      subject: route.numberId,
      detail: { changes: changedFields(before && named(before), named(route)) },
    }),
  ]);
}

function named({ method, publicNumber, pressOne }: Pick<StoredRoute, "method" | "publicNumber" | "pressOne">) {
  return { method, public_number: publicNumber, press_one: pressOne };
}
