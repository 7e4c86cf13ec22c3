import { asc, eq, lte } from "drizzle-orm";
import { closures } from "../../../drizzle/schema.ts";
import type { Database } from "../database.ts";

/** Whose closure this is; null once the account is gone. */
export async function ownerOfClosure(db: Database, id: string): Promise<string | null> {
  const [closure] = await db.select({ userId: closures.userId }).from(closures).where(eq(closures.id, id));
  return closure?.userId ?? null;
}

/** The ids of closures that were due by `now`, longest due first. */
export async function dueClosures(db: Database, now: number, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: closures.id })
    .from(closures)
    .where(lte(closures.nextAttemptAt, now))
    .orderBy(asc(closures.nextAttemptAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}
