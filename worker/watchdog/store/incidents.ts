import { and, eq, ne, sql } from "drizzle-orm";
import { numberRoutes, routeIncidents, tenantPhoneNumbers, user } from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import { insertMailIf, type NewMail } from "../../mail/store/outbox.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import type { IncidentKind } from "../incident-kinds.ts";

/** The company's routes that are in use, each with its number and the operator's address. */
export function watchedRoutes(scope: UserScope, db: Database) {
  const { numberId, method, methodSince, createdAt, pressOne } = numberRoutes;
  return db
    .select({
      numberId,
      method,
      methodSince,
      createdAt,
      pressOne,
      agentNumber: tenantPhoneNumbers.phoneNumber,
      email: user.email,
    })
    .from(numberRoutes)
    .innerJoin(
      tenantPhoneNumbers,
      and(eq(tenantPhoneNumbers.userId, numberRoutes.userId), eq(tenantPhoneNumbers.id, numberRoutes.numberId)),
    )
    .innerJoin(user, eq(user.id, numberRoutes.userId))
    .where(and(ownedBy(scope, numberRoutes.userId), ne(numberRoutes.method, "none")));
}

/** Opens an incident and writes its mail, both only if it is not open yet. */
export async function openIncident(
  scope: UserScope,
  db: Database,
  { numberId, kind, mail, at }: { numberId: string; kind: IncidentKind; mail: NewMail; at: number },
): Promise<boolean> {
  const isNew = sql`NOT EXISTS (SELECT 1 FROM ${routeIncidents} WHERE ${incident(scope, numberId, kind)})`;
  const [, opened] = await db.batch([
    insertMailIf(scope, db, mail, isNew),
    db
      .insert(routeIncidents)
      .values({ userId: scope.userId, numberId, kind, foundAt: at })
      .onConflictDoNothing()
      .returning({ kind: routeIncidents.kind }),
  ]);
  return opened.length > 0;
}

/** Closes an incident. If it comes back, it is mailed again. */
export async function closeIncident(
  scope: UserScope,
  db: Database,
  numberId: string,
  kind: IncidentKind,
): Promise<void> {
  await db.delete(routeIncidents).where(incident(scope, numberId, kind));
}

function incident(scope: UserScope, numberId: string, kind: IncidentKind) {
  return and(
    ownedBy(scope, routeIncidents.userId),
    eq(routeIncidents.numberId, numberId),
    eq(routeIncidents.kind, kind),
  );
}
