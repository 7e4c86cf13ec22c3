import { and, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import { signInTries } from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";

// Asked before it is known whose account it is, and whether there is one; so no company's scope.

/** Hashes of an account's name and of the address that it is tried from. */
export type TriedFrom = { accountKey: string; addressKey: string };

/**
 * Counts a try before it is made, so that many at once do not slip through. Returns how many there were since `since`
 * from this address and from all, and when this address last succeeded. An address adds no more than `mostFromOne` to
 * all: what it tried after that was refused, and told it nothing.
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

/** The address is known as its operator's from now on, and its tries are forgotten. */
export async function trySucceeded(db: Database, from: TriedFrom, now: number): Promise<void> {
  await db
    .insert(signInTries)
    .values({ ...from, tries: 0, firstAt: now, succeededAt: now })
    .onConflictDoUpdate({
      target: [signInTries.accountKey, signInTries.addressKey],
      set: { tries: 0, succeededAt: now },
    });
}

/** Forgets the tries of an account from everywhere; known addresses stay known. */
export async function forgetTries(db: Database, accountKey: string): Promise<void> {
  await db.update(signInTries).set({ tries: 0 }).where(eq(signInTries.accountKey, accountKey));
}

/** Removes tries that began before `failed`, from addresses that have not succeeded since `succeeded`. */
export async function forgetOldTries(db: Database, before: { failed: number; succeeded: number }): Promise<void> {
  const unknown = or(isNull(signInTries.succeededAt), lt(signInTries.succeededAt, before.succeeded));
  await db.delete(signInTries).where(and(lt(signInTries.firstAt, before.failed), unknown));
}
