import { and, asc, eq, isNotNull, isNull, lt, lte, or, sql } from "drizzle-orm";
import { messages, outgoingMail } from "../../../drizzle/schema.ts";
import type { Database } from "../database.ts";

/** Whose mail this is. The job that sends it acts for that account. */
export async function ownerOfMail(db: Database, id: string): Promise<string | null> {
  const [mail] = await db.select({ userId: outgoingMail.userId }).from(outgoingMail).where(eq(outgoingMail.id, id));
  return mail?.userId ?? null;
}

/** The ids of mail that should have gone out by `now`, oldest first. */
export async function dueMail(db: Database, now: number, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: outgoingMail.id })
    .from(outgoingMail)
    .where(and(isNull(outgoingMail.sentAt), isNull(outgoingMail.failedAt), lte(outgoingMail.nextAttemptAt, now)))
    .orderBy(asc(outgoingMail.nextAttemptAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Deletes mail that was sent or given up and has not changed since `before`. */
export async function deleteOldMail(db: Database, before: number): Promise<void> {
  const settled = or(isNotNull(outgoingMail.sentAt), isNotNull(outgoingMail.failedAt));
  await db.delete(outgoingMail).where(and(settled, lt(outgoingMail.updatedAt, before)));
}

/** Companies with a message that has been waiting for a digest since `before`. */
export async function companiesAwaitingDigest(db: Database, before: number, limit: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ userId: messages.userId })
    .from(messages)
    .where(and(sql`${messages.awaitsDigest} = 1`, lte(messages.createdAt, before)))
    .limit(limit);
  return rows.map(({ userId }) => userId);
}
