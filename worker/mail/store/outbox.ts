import { and, eq, gt, isNotNull, isNull, lte, type SQL, sql } from "drizzle-orm";
import { outgoingMail } from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy, tenantOf } from "../../db/owned-by.ts";
import { statement } from "../../db/statement.ts";
import type { TenantScope, UserScope } from "../../tenancy/scope.ts";

export type NewMail = {
  id: string;
  recipient: string;
  subject: string;
  text: string;
  html: string;
  /** When the mail becomes useless, in epoch milliseconds. */
  expiresAt?: number;
};

const NO_WORDS = { textBody: null, htmlBody: null };

/** The statement that adds a mail to the outbox. Put it into the same batch as the change that it is about. */
export function insertMail(scope: UserScope, db: Database, { text, html, ...mail }: NewMail) {
  return db.insert(outgoingMail).values({ ...mail, userId: scope.userId, textBody: text, htmlBody: html });
}

/** As above, but only where `condition` holds at that point of the batch. */
export function insertMailIf(scope: TenantScope, db: Database, mail: NewMail, condition: SQL) {
  const { id, recipient, subject, text, html, expiresAt = null } = mail;
  return statement(
    db,
    sql`INSERT INTO "outgoing_mail" ("id", "user_id", "recipient", "subject", "text_body", "html_body", "expires_at")
    SELECT ${id}, ${tenantOf(scope)}, ${recipient}, ${subject}, ${text}, ${html}, ${expiresAt} WHERE ${condition}`,
  );
}

/**
 * Adds a mail unless its recipient has got `most` with the same subject since `since` (epoch milliseconds). The count is
 * part of the statement, so simultaneous requests cannot get around it. False if the mail was not added.
 */
export async function insertMailWithin(
  scope: UserScope,
  db: Database,
  { id, recipient, subject, text, html, expiresAt = null }: Omit<NewMail, "expiresAt"> & { expiresAt?: number | null },
  { most, since }: { most: number; since: number },
): Promise<boolean> {
  const alike = and(
    ownedBy(scope, outgoingMail.userId),
    eq(outgoingMail.recipient, recipient),
    eq(outgoingMail.subject, subject),
    gt(outgoingMail.createdAt, since),
  );
  const written = await db.run(sql`
    INSERT INTO "outgoing_mail" ("id", "user_id", "recipient", "subject", "text_body", "html_body", "expires_at")
    SELECT ${id}, ${scope.userId}, ${recipient}, ${subject}, ${text}, ${html}, ${expiresAt}
    WHERE (SELECT count(*) FROM ${outgoingMail} WHERE ${alike}) < ${most}`);
  return written.meta.changes > 0;
}

/**
 * Claims a mail that is due, so that no other job sends it before `until` (epoch milliseconds). Null if it was sent,
 * given up, not due or claimed by another job. `handOver` records in the same step that it may go out from now on.
 */
export async function claimMail(
  scope: UserScope,
  db: Database,
  id: string,
  { now, until, handOver }: { now: number; until: number; handOver: boolean },
) {
  const [mail] = await db
    .update(outgoingMail)
    .set({ attempts: sql`${outgoingMail.attempts} + 1`, nextAttemptAt: until, handedOverAt: handOver ? now : null })
    .where(and(waiting(scope, id), lte(outgoingMail.nextAttemptAt, now), isNull(outgoingMail.handedOverAt)))
    .returning();
  return mail ?? null;
}

/**
 * Gives up a mail whose job died after handing it over but before recording the result, so that it may have gone out.
 * True if there was one, that is, its claim has expired by `now`.
 */
export async function giveUpInDoubt(scope: UserScope, db: Database, id: string, now: number): Promise<boolean> {
  const given = await db
    .update(outgoingMail)
    .set({ ...NO_WORDS, failedAt: now })
    .where(and(waiting(scope, id), lte(outgoingMail.nextAttemptAt, now), isNotNull(outgoingMail.handedOverAt)))
    .returning({ id: outgoingMail.id });
  return given.length > 0;
}

/** Records that a mail was sent, and deletes its text. */
export async function markSent(scope: UserScope, db: Database, id: string, at: number): Promise<void> {
  await db
    .update(outgoingMail)
    .set({ ...NO_WORDS, sentAt: at })
    .where(waiting(scope, id));
}

/** Gives a mail up for good, and deletes its text. */
export async function markFailed(scope: UserScope, db: Database, id: string, at: number): Promise<void> {
  await db
    .update(outgoingMail)
    .set({ ...NO_WORDS, failedAt: at })
    .where(waiting(scope, id));
}

/** Records that a mail did not go out; it is retried at `until`. */
export async function postpone(scope: UserScope, db: Database, id: string, until: number): Promise<void> {
  await db.update(outgoingMail).set({ nextAttemptAt: until, handedOverAt: null }).where(waiting(scope, id));
}

function waiting(scope: UserScope, id: string) {
  return and(
    ownedBy(scope, outgoingMail.userId),
    eq(outgoingMail.id, id),
    isNull(outgoingMail.sentAt),
    isNull(outgoingMail.failedAt),
  );
}
