import { lt, sql } from "drizzle-orm";
import { usage } from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";
import type { UserScope } from "../../tenancy/scope.ts";

/** Counts one use of `what` by a company on a UTC day such as 2026-11-22. */
export async function countUse(
  scope: UserScope,
  db: Database,
  { day, what }: { day: string; what: string },
): Promise<void> {
  await db
    .insert(usage)
    .values({ userId: scope.userId, day, what, count: 1 })
    .onConflictDoUpdate({ target: [usage.userId, usage.day, usage.what], set: { count: sql`${usage.count} + 1` } });
}

/** The same for at most `most` uses a day: counted before the use, in one statement. False if they are used up. */
export async function claimUse(
  scope: UserScope,
  db: Database,
  { day, what, most }: { day: string; what: string; most: number },
): Promise<boolean> {
  const counted = await db
    .insert(usage)
    .values({ userId: scope.userId, day, what, count: 1 })
    .onConflictDoUpdate({
      target: [usage.userId, usage.day, usage.what],
      set: { count: sql`${usage.count} + 1` },
      setWhere: lt(usage.count, most),
    })
    .returning({ count: usage.count });
  return counted.length > 0;
}
