import { and, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import { signInTries } from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";

// Used before we know whose account it is or whether it exists, so these take no company's scope.

/** Hashes of an account's e-mail address and of the IP address of the attempt. */
export type TriedFrom = { accountKey: string; addressKey: string };

/**
 * Counts an attempt before it is made, so that many at once cannot slip through. Returns how many there were since `since`
 * from this address and in total, and when this address last succeeded. Each address adds at most `mostFromOne` to the
 * total, because its later attempts were refused without checking the password.
 */
export async function countTry(
  db: Database,
  from: TriedFrom,
  { now, since, mostFromOne }: { now: number; since: number; mostFromOne: number },
) {
  const begun = sql`${signInTries.firstAt} > ${since}`;
  const [[own], [all]] = await db.batch([
    db
      .insert(signInTries)
      .values({ ...from, tries: 1, firstAt: now })
      .onConflictDoUpdate({
        target: [signInTries.accountKey, signInTries.addressKey],
        set: {
          tries: sql`CASE WHEN ${begun} THEN ${signInTries.tries} + 1 ELSE 1 END`,
          firstAt: sql`CASE WHEN ${begun} THEN ${signInTries.firstAt} ELSE ${now} END`,
        },
      })
      .returning({ tries: signInTries.tries, succeededAt: signInTries.succeededAt }),
    db
      .select({ tries: sql<number>`coalesce(sum(min(${signInTries.tries}, ${mostFromOne})), 0)` })
      .from(signInTries)
      .where(and(eq(signInTries.accountKey, from.accountKey), gt(signInTries.firstAt, since))),
  ]);
  return { fromHere: own?.tries ?? 1, fromAnywhere: all?.tries ?? 1, succeededAt: own?.succeededAt ?? null };
}

/** Remembers the address as the operator's and clears its attempts. */
export async function trySucceeded(db: Database, from: TriedFrom, now: number): Promise<void> {
  await db
    .insert(signInTries)
    .values({ ...from, tries: 0, firstAt: now, succeededAt: now })
    .onConflictDoUpdate({
      target: [signInTries.accountKey, signInTries.addressKey],
      set: { tries: 0, succeededAt: now },
    });
}

/** Clears all attempts on an account. Known addresses stay known. */
export async function forgetTries(db: Database, accountKey: string): Promise<void> {
  await db.update(signInTries).set({ tries: 0 }).where(eq(signInTries.accountKey, accountKey));
}

/** Deletes attempts that began before `failed`, from addresses that have not succeeded since `succeeded`. */
export async function deleteOldTries(db: Database, before: { failed: number; succeeded: number }): Promise<void> {
  const unknown = or(isNull(signInTries.succeededAt), lt(signInTries.succeededAt, before.succeeded));
  await db.delete(signInTries).where(and(lt(signInTries.firstAt, before.failed), unknown));
}
