import { and, count, desc, eq } from "drizzle-orm";
import { blockedCallers } from "../../../drizzle/schema.ts";
import { insertAudit } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import { violatesUnique } from "../../db/unique-violation.ts";
import type { UserScope } from "../../tenancy/scope.ts";

export type BlockedCaller = typeof blockedCallers.$inferSelect;

/** Newest first. */
export function blockedCallersOf(scope: UserScope, db: Database): Promise<BlockedCaller[]> {
  return db
    .select()
    .from(blockedCallers)
    .where(ownedBy(scope, blockedCallers.userId))
    .orderBy(desc(blockedCallers.createdAt), desc(blockedCallers.id));
}

export async function countBlockedCallers(scope: UserScope, db: Database): Promise<number> {
  const [row] = await db.select({ n: count() }).from(blockedCallers).where(ownedBy(scope, blockedCallers.userId));
  return row?.n ?? 0;
}

/** Writes the audit row too. Null if the number is already blocked. */
export async function blockCaller(
  scope: UserScope,
  db: Database,
  caller: { phoneE164: string; note: string | null },
): Promise<BlockedCaller | null> {
  const id = crypto.randomUUID();
  try {
    const [[stored]] = await db.batch([
      db
        .insert(blockedCallers)
        .values({ ...caller, id, userId: scope.userId })
        .returning(),
      insertAudit(scope, db, {
        actor: scope.userId,
        action: "caller.blocked",
        subject: id,
        detail: { phone_number: caller.phoneE164 },
      }),
    ]);
    return stored ?? null;
  } catch (error) {
    if (violatesUnique(error, "blocked_callers.phone_e164")) return null;
    throw error;
  }
}

/** Writes the audit row too. False if the entry does not exist. */
export async function unblockCaller(scope: UserScope, db: Database, id: string): Promise<boolean> {
  const mine = and(ownedBy(scope, blockedCallers.userId), eq(blockedCallers.id, id));
  const [known] = await db.select().from(blockedCallers).where(mine);
  if (!known) return false;
  await db.batch([
    db.delete(blockedCallers).where(mine),
    insertAudit(scope, db, {
      actor: scope.userId,
      action: "caller.unblocked",
      subject: id,
      detail: { phone_number: known.phoneE164 },
    }),
  ]);
  return true;
}
