import { and, eq, isNull, lte, sql } from "drizzle-orm";
import { outgoingMail } from "../../drizzle/schema.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { Database } from "./database.ts";
import { ownedBy } from "./owned-by.ts";

export type NewMail = { id: string; recipient: string; subject: string; text: string; html: string };

const NO_WORDS = { textBody: null, htmlBody: null };

/** The statement that writes a mail down; put it into the same batch as its cause. */
export function insertMail(scope: UserScope, db: Database, { text, html, ...mail }: NewMail) {
  return db.insert(outgoingMail).values({ ...mail, userId: scope.userId, textBody: text, htmlBody: html });
}

/**
 * Takes a mail that waits and is due, so that nobody else sends it before `until` (epoch milliseconds); null when it
 * is sent, given up, not due or in other hands.
 */
export async function claimMail(
  scope: UserScope,
  db: Database,
  id: string,
  { now, until }: { now: number; until: number },
) {
  const [mail] = await db
    .update(outgoingMail)
    .set({ attempts: sql`${outgoingMail.attempts} + 1`, nextAttemptAt: until })
    .where(and(waiting(scope, id), lte(outgoingMail.nextAttemptAt, now)))
    .returning();
  return mail ?? null;
}

/** Sent: the words are forgotten. */
export async function markSent(scope: UserScope, db: Database, id: string, at: number): Promise<void> {
  await db
    .update(outgoingMail)
    .set({ ...NO_WORDS, sentAt: at })
    .where(waiting(scope, id));
}

/** Given up for good: the words are forgotten. */
export async function markFailed(scope: UserScope, db: Database, id: string, at: number): Promise<void> {
  await db
    .update(outgoingMail)
    .set({ ...NO_WORDS, failedAt: at })
    .where(waiting(scope, id));
}

export async function postpone(scope: UserScope, db: Database, id: string, until: number): Promise<void> {
  await db.update(outgoingMail).set({ nextAttemptAt: until }).where(waiting(scope, id));
}

function waiting(scope: UserScope, id: string) {
  return and(
    ownedBy(scope, outgoingMail.userId),
    eq(outgoingMail.id, id),
    isNull(outgoingMail.sentAt),
    isNull(outgoingMail.failedAt),
  );
}
