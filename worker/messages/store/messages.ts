import { and, eq, type SQL, sql } from "drizzle-orm";
import { messages, outgoingMail } from "../../../drizzle/schema.ts";
import { forgetDays } from "../../analytics/store/call-days.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy, tenantOf } from "../../db/owned-by.ts";
import type { NewMail } from "../../mail/store/outbox.ts";
import type { TenantScope, UserScope } from "../../tenancy/scope.ts";

export type NewMessage = Pick<
  typeof messages.$inferInsert,
  | "id"
  | "callId"
  | "messageHash"
  | "category"
  | "message"
  | "callerName"
  | "callbackNumber"
  | "fromNumber"
  | "confirmationNumber"
>;

export type MailWords = Omit<NewMail, "id">;

const SINGLE_MAILS = 10; // within WINDOW_MS; later ones wait for a digest
const WINDOW_MS = 3_600_000;

/**
 * Stores a message and the mail about it, in one batch. The same words in the same call are stored and mailed once; a
 * corrected name or number replaces the earlier one.
 * @param mail null when the operator does not want this kind mailed right away
 * @returns `mailId`: the mail now waiting in the outbox; null if there is none or a digest will include the message
 */
export async function saveMessage(
  scope: TenantScope,
  db: Database,
  message: NewMessage,
  { mail, now }: { mail: MailWords | null; now: number },
): Promise<{ first: boolean; mailId: string | null }> {
  const { id, callerName, callbackNumber, confirmationNumber } = message;
  const few = fewSingleMails(scope, now);
  const tells = mail
    ? { mailId: sql`CASE WHEN ${few} THEN ${id} END`, awaitsDigest: sql`NOT (${few})` }
    : { mailId: null, awaitsDigest: false };
  const same = and(
    ownedBy(scope, messages.userId),
    eq(messages.callId, message.callId),
    eq(messages.messageHash, message.messageHash),
  );
  const store = db
    .insert(messages)
    .values({ ...message, ...tells, userId: tenantOf(scope), createdAt: now })
    .onConflictDoUpdate({
      target: [messages.userId, messages.callId, messages.messageHash],
      set: { callerName, callbackNumber, confirmationNumber },
    });
  const read = db.select({ id: messages.id, mailId: messages.mailId }).from(messages).where(same);
  const forget = forgetDays(scope, db, now);
  const results = mail
    ? await db.batch([store, read, forget, insertMailAbout(scope, db, id, id, mail, now)])
    : await db.batch([store, read, forget]);
  const [stored] = results[1];
  const first = stored?.id === id;
  return { first, mailId: first ? (stored?.mailId ?? null) : null };
}

/** Messages that wait for a digest, oldest first. */
export function awaitingDigest(scope: UserScope, db: Database, limit: number) {
  return db
    .select(mailColumns)
    .from(messages)
    .where(and(ownedBy(scope, messages.userId), eq(messages.awaitsDigest, true)))
    .orderBy(messages.createdAt, messages.id)
    .limit(limit);
}

/**
 * Stores the digest about these messages. False, and nothing is written, if one of them has been mailed in the
 * meantime.
 */
export async function saveDigest(
  scope: UserScope,
  db: Database,
  ids: string[],
  mail: NewMail,
  now: number,
): Promise<boolean> {
  const listed = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  const mine = and(ownedBy(scope, messages.userId), eq(messages.awaitsDigest, true), sql`${messages.id} IN ${listed}`);
  const stillWaiting = sql`(SELECT count(*) FROM ${messages} WHERE ${mine})`;
  const [, [first]] = await db.batch([
    db
      .update(messages)
      .set({ mailId: mail.id, awaitsDigest: false })
      .where(and(mine, sql`${stillWaiting} = ${ids.length}`)),
    db
      .select({ id: messages.id })
      .from(messages)
      .where(and(ownedBy(scope, messages.userId), eq(messages.id, ids[0] ?? ""), eq(messages.mailId, mail.id))),
    insertMailAbout(scope, db, ids[0] ?? "", mail.id, mail, now),
  ]);
  return first !== undefined;
}

const mailColumns = {
  id: messages.id,
  category: messages.category,
  message: messages.message,
  callerName: messages.callerName,
  callbackNumber: messages.callbackNumber,
  confirmationNumber: messages.confirmationNumber,
  createdAt: messages.createdAt,
};

function fewSingleMails(scope: TenantScope, now: number): SQL {
  const lately = and(
    ownedBy(scope, messages.userId),
    sql`${messages.createdAt} > ${now - WINDOW_MS}`,
    sql`${messages.mailId} = ${messages.id}`,
  );
  return sql`(SELECT count(*) FROM ${messages} WHERE ${lately}) < ${SINGLE_MAILS}`;
}

/** The mail goes into the outbox only if this message carries its id, so a repeated message sends no second mail. */
function insertMailAbout(
  scope: TenantScope,
  db: Database,
  messageId: string,
  mailId: string,
  { recipient, subject, text, html }: MailWords,
  now: number,
) {
  const carries = and(ownedBy(scope, messages.userId), eq(messages.id, messageId), eq(messages.mailId, mailId));
  return db.insert(outgoingMail).select(
    db
      .select({
        id: messages.mailId,
        userId: messages.userId,
        recipient: sql<string>`${recipient}`.as("recipient"),
        subject: sql<string>`${subject}`.as("subject"),
        textBody: sql<string>`${text}`.as("text_body"),
        htmlBody: sql<string>`${html}`.as("html_body"),
        attempts: sql<number>`0`.as("attempts"),
        nextAttemptAt: sql<number>`${now}`.as("next_attempt_at"),
        sentAt: sql<null>`NULL`.as("sent_at"),
        failedAt: sql<null>`NULL`.as("failed_at"),
        createdAt: sql<number>`${now}`.as("created_at"),
        updatedAt: sql<number>`${now}`.as("updated_at"),
        expiresAt: sql<null>`NULL`.as("expires_at"),
        handedOverAt: sql<null>`NULL`.as("handed_over_at"),
      })
      .from(messages)
      .where(carries),
  );
}
