import { and, eq, lte, notExists, sql } from "drizzle-orm";
import type { NumberToForget } from "../../../drizzle/closures.ts";
import {
  apiKeys,
  calls,
  closedAccounts,
  closures,
  session,
  signInTries,
  user,
  verification,
} from "../../../drizzle/schema.ts";
import { accountKey } from "../../accounts/account-key.ts";
import { insertAudit } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import type { ClosureStep } from "../steps.ts";
import { type CompanyTable, companyTables } from "./company-tables.ts";

export type Closure = typeof closures.$inferSelect;

/** Null while the account is open. */
export async function savedClosure(scope: UserScope, db: Database): Promise<Closure | null> {
  const [closure] = await db.select().from(closures).where(ownedBy(scope, closures.userId));
  return closure ?? null;
}

/** Whether the account is there, and not being closed. */
export async function accountIsOpen(scope: UserScope, db: Database): Promise<boolean> {
  const closing = db.select({ id: closures.id }).from(closures).where(ownedBy(scope, closures.userId));
  const [open] = await db
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.id, scope.userId), notExists(closing)));
  return open !== undefined;
}

/**
 * Starts closing the account: the same batch ends its sessions and revokes its keys. Calling it twice starts only one
 * closure.
 */
export async function insertClosure(
  scope: UserScope,
  db: Database,
  { id, at, numbers }: { id: string; at: number; numbers: NumberToForget[] },
): Promise<void> {
  const openedAt = sql<number>`(SELECT ${user.createdAt} FROM ${user} WHERE ${user.id} = ${scope.userId})`;
  const hadCalls = sql<number>`(SELECT count(*) FROM ${calls} WHERE ${ownedBy(scope, calls.userId)})`;
  await db.batch([
    db
      .insert(closures)
      .values({ id, userId: scope.userId, numbers, openedAt, calls: hadCalls, requestedAt: at })
      .onConflictDoNothing(),
    ...accessRevocations(scope, db, at),
    insertAudit(scope, db, { actor: scope.userId, action: "account.closing" }),
  ]);
}

/** Ends sessions and revokes keys once more, in case one was created while the closure was starting. */
export async function revokeAccess(scope: UserScope, db: Database, at: number): Promise<void> {
  await db.batch(accessRevocations(scope, db, at));
}

/**
 * Claims a closure that is due, so that no other job works on it before `until` (epoch milliseconds). Null if it is
 * gone, not due or claimed by another job.
 */
export async function claimClosure(
  scope: UserScope,
  db: Database,
  id: string,
  { now, until }: { now: number; until: number },
): Promise<Closure | null> {
  const [closure] = await db
    .update(closures)
    .set({ attempts: sql`${closures.attempts} + 1`, nextAttemptAt: until })
    .where(and(ofTenant(scope, id), lte(closures.nextAttemptAt, now)))
    .returning();
  return closure ?? null;
}

/** Stores how far the closure is, before the next step begins. */
export async function changeClosure(
  scope: UserScope,
  db: Database,
  id: string,
  change: { step?: ClosureStep; numbers?: NumberToForget[]; attempts?: number; nextAttemptAt?: number },
): Promise<void> {
  await db.update(closures).set(change).where(ofTenant(scope, id));
}

/** Removes at most `limit` of the company's rows of each of these tables. True when there may be more. */
export async function removeRows(
  scope: UserScope,
  db: Database,
  tables: CompanyTable[],
  limit: number,
): Promise<boolean> {
  const [first, ...others] = tables.map((table) => {
    const some = sql`rowid IN (SELECT rowid FROM ${table} WHERE ${ownedBy(scope, table.userId)} LIMIT ${limit})`;
    return db.delete(table).where(and(ownedBy(scope, table.userId), some));
  });
  if (!first) return false;
  const removed = await db.batch([first, ...others]);
  return removed.some(({ meta }) => meta.changes >= limit);
}

/** The last step: deletes the account with everything left in any table and adds the anonymous row, all or nothing. */
export async function removeAccount(scope: UserScope, db: Database, { id }: Closure): Promise<void> {
  const left = companyTables()
    .flat()
    .map((table) => db.delete(table).where(ownedBy(scope, table.userId)));
  // Every column in the order of the table: drizzle names them all.
  const line = sql`SELECT ${crypto.randomUUID()}, ${closures.openedAt}, ${Date.now()},
    json_array_length(${closures.numbers}), ${closures.calls} FROM ${closures} WHERE ${ofTenant(scope, id)}`;
  const [account] = await db.select({ email: user.email }).from(user).where(eq(user.id, scope.userId));
  const key = await accountKey(account?.email ?? "");
  await db.batch([
    db.insert(closedAccounts).select(line),
    ...left,
    db.delete(signInTries).where(eq(signInTries.accountKey, key)),
    db.delete(verification).where(eq(verification.value, scope.userId)),
    db.delete(user).where(eq(user.id, scope.userId)),
  ]);
}

function accessRevocations(scope: UserScope, db: Database, at: number) {
  return [
    db.delete(session).where(ownedBy(scope, session.userId)),
    db
      .update(apiKeys)
      .set({ revokedAt: at })
      .where(and(ownedBy(scope, apiKeys.userId), sql`${apiKeys.revokedAt} IS NULL`)),
  ] as const;
}

function ofTenant(scope: UserScope, id: string) {
  return and(ownedBy(scope, closures.userId), eq(closures.id, id));
}
