import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { calls, currentImports, importMeta, messages, user } from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";

/** What has happened in a company so far, in one statement. `importedAt` is the age of its list (epoch milliseconds). */
export async function milestones(scope: UserScope, db: Database) {
  const there = (table: SQLiteTable, where: SQL | undefined) =>
    sql<0 | 1>`EXISTS (SELECT 1 FROM ${table} WHERE ${where})`;
  const isTheirs = ownedBy(scope, messages.userId);
  const list = db
    .select({ at: importMeta.importedAt })
    .from(currentImports)
    .innerJoin(importMeta, and(eq(importMeta.id, currentImports.importId), ownedBy(scope, importMeta.userId)))
    .where(and(ownedBy(scope, currentImports.userId), eq(currentImports.kind, "reservations")));
  const [row] = await db
    .select({
      hasCall: there(calls, ownedBy(scope, calls.userId)),
      hasMessage: there(messages, isTheirs),
      hasMessageDone: there(messages, and(isTheirs, isNotNull(messages.doneAt))),
      importedAt: sql<number | null>`(${list})`,
    })
    .from(user) // there before anything is saved
    .where(ownedBy(scope, user.id));
  return row ?? NOTHING;
}

const NOTHING = { hasCall: 0, hasMessage: 0, hasMessageDone: 0, importedAt: null };
