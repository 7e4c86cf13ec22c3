import { and, asc, eq, isNull, lt, or } from "drizzle-orm";
import { apiKeys } from "../../../drizzle/schema.ts";
import { insertAudit } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";

export type StoredKey = typeof apiKeys.$inferSelect;

const TOUCH_MS = 60_000; // "last used" is only for people, so a write on every request would be a waste

/** A company's keys, oldest first, including revoked ones. */
export function apiKeysOf(scope: UserScope, db: Database): Promise<StoredKey[]> {
  return db
    .select()
    .from(apiKeys)
    .where(ownedBy(scope, apiKeys.userId))
    .orderBy(asc(apiKeys.createdAt), asc(apiKeys.id));
}

/** Stores a key's hash and writes the audit row. */
export async function insertApiKey(
  scope: UserScope,
  db: Database,
  key: Pick<StoredKey, "id" | "name" | "prefix" | "scopes" | "keyHash" | "createdAt">,
  actor: string,
): Promise<void> {
  await db.batch([
    db.insert(apiKeys).values({ ...key, userId: scope.userId }),
    insertAudit(scope, db, {
      actor,
      action: "api_key.created",
      subject: key.id,
      detail: { name: key.name, scopes: key.scopes },
    }),
  ]);
}

/** Revokes a key. A key that is already revoked stays as it is. */
export async function revokeApiKey(
  scope: UserScope,
  db: Database,
  key: StoredKey,
  { actor, at }: { actor: string; at: number },
): Promise<void> {
  await db.batch([
    db
      .update(apiKeys)
      .set({ revokedAt: at })
      .where(and(ofTenant(scope, key.id), isNull(apiKeys.revokedAt))),
    insertAudit(scope, db, { actor, action: "api_key.revoked", subject: key.id, detail: { name: key.name } }),
  ]);
}

/** Records that a key was used, at most once a minute. */
export async function touchApiKey(scope: UserScope, db: Database, id: string, at: number): Promise<void> {
  const longAgo = or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, at - TOUCH_MS));
  await db
    .update(apiKeys)
    .set({ lastUsedAt: at })
    .where(and(ofTenant(scope, id), longAgo));
}

function ofTenant(scope: UserScope, id: string) {
  return and(ownedBy(scope, apiKeys.userId), eq(apiKeys.id, id));
}
