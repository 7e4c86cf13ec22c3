import { and, eq } from "drizzle-orm";
import { numberRoutes } from "../../../drizzle/schema.ts";
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

/** Writes the audit row too. A foreign key makes sure that the number is the company's own. */
export async function saveNumberRoute(
  scope: UserScope,
  db: Database,
  route: Pick<StoredRoute, "numberId" | "method" | "publicNumber" | "token" | "pressOne" | "methodSince">,
  action: string,
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
      detail: { method, public_number: publicNumber, press_one: pressOne },
    }),
  ]);
}
