import { and, desc, eq, gte, lt, or, type SQL, sql } from "drizzle-orm";
import { apiKeys, auditEvents, user } from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import type { Actor } from "../actors.ts";

type TrailFilter = {
  /** The part of an action before its dot. */
  area?: string | undefined;
  by?: Actor | undefined;
  /** Epoch milliseconds, the end exclusive. */
  from: number | null;
  to: number | null;
};

type Wanted = TrailFilter & { cursor: { at: number; id: string } | null; limit: number };

/** Newest first, starting after `cursor`; `actorName` is the name of the account or key, if it was one of those. */
export async function auditTrail(scope: UserScope, db: Database, { area, by, from, to, cursor, limit }: Wanted) {
  const { action, actor, createdAt, id } = auditEvents;
  const after = cursor && or(lt(createdAt, cursor.at), and(eq(createdAt, cursor.at), lt(id, cursor.id)));
  return db
    .select({
      id,
      action,
      actor,
      actorName: sql<string | null>`coalesce(${user.name}, 'API key “' || ${apiKeys.name} || '”')`,
      subject: auditEvents.subject,
      detail: auditEvents.detail,
      createdAt,
    })
    .from(auditEvents)
    .leftJoin(user, eq(user.id, actor))
    .leftJoin(apiKeys, and(eq(apiKeys.userId, auditEvents.userId), sql`${actor} = 'key:' || ${apiKeys.id}`))
    .where(
      and(
        ownedBy(scope, auditEvents.userId),
        area === undefined ? undefined : startsWith(action, `${area}.`),
        by && wasBy(scope, by),
        from === null ? undefined : gte(createdAt, from),
        to === null ? undefined : lt(createdAt, to),
        after ?? undefined,
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(limit);
}

function wasBy(scope: UserScope, by: Actor): SQL {
  const { actor } = auditEvents;
  const people = eq(actor, scope.userId);
  const key = startsWith(actor, "key:");
  if (by === "operator") return people;
  return by === "key" ? key : sql`NOT (${people} OR ${key})`;
}

function startsWith(column: typeof auditEvents.action | typeof auditEvents.actor, text: string): SQL {
  return sql`substr(${column}, 1, ${text.length}) = ${text}`;
}
