import { and, count, desc, eq, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { calls, messages, outgoingMail } from "../../drizzle/schema.ts";
import type { TenantScope, UserScope } from "../tenancy/scope.ts";
import type { MessageCategory } from "../tools/take-message-args.ts";
import { insertAudit } from "./audit.ts";
import { contains } from "./contains.ts";
import type { Database } from "./database.ts";
import type { NewMail } from "./outbox.ts";
import { ownedBy, tenantOf } from "./owned-by.ts";

export type NewMessage = Pick<
  typeof messages.$inferInsert,
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

const SINGLE_MAILS = 10; // so many within WINDOW_MS; what comes after them waits for a digest
const WINDOW_MS = 3_600_000;

/**
 * Stores a message with the mail about it, in one batch; the same words in the same call are stored and mailed once.
 * @param mail null when nobody wants to hear of it at once
 * @returns `mailId`: the mail that waits in the outbox now, null when there is none or a digest will tell
 */
export async function saveMessage(
  scope: TenantScope,
  db: Database,
  message: NewMessage,
  { mail, now }: { mail: MailWords | null; now: number },
): Promise<{ first: boolean; mailId: string | null }> {
  const id = crypto.randomUUID();
  const few = fewSingleMails(scope, now);
  const told = mail
    ? { mailId: sql`CASE WHEN ${few} THEN ${id} END`, awaitsDigest: sql`NOT (${few})` }
    : { mailId: null, awaitsDigest: false };
  const same = and(
    ownedBy(scope, messages.userId),
    eq(messages.callId, message.callId),
    eq(messages.messageHash, message.messageHash),
  );
  const store = db
    .insert(messages)
    .values({ ...message, ...told, id, userId: tenantOf(scope), createdAt: now })
    .onConflictDoNothing();
  const read = db.select({ id: messages.id, mailId: messages.mailId }).from(messages).where(same);
  const results = mail
    ? await db.batch([store, read, insertMailAbout(scope, db, id, id, mail, now)])
    : await db.batch([store, read]);
  const [stored] = results[1];
  const first = stored?.id === id;
  return { first, mailId: first ? (stored?.mailId ?? null) : null };
}

/** Messages that wait for a digest, oldest first. */
export function awaitingDigest(scope: UserScope, db: Database, limit: number) {
  return db
    .select({ ...columns })
    .from(messages)
    .where(and(ownedBy(scope, messages.userId), eq(messages.awaitsDigest, true)))
    .orderBy(messages.createdAt, messages.id)
    .limit(limit);
}

/**
 * Writes down the digest that tells of these messages. False, and nothing written, when one of them has been told of
 * in the meantime.
 */
export async function saveDigest(
  scope: UserScope,
  db: Database,
  ids: string[],
  mail: NewMail,
  now: number,
): Promise<boolean> {
  const told = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  const mine = and(ownedBy(scope, messages.userId), eq(messages.awaitsDigest, true), sql`${messages.id} IN ${told}`);
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

type Query = {
  state?: "open" | "done" | undefined;
  category?: MessageCategory | undefined;
  search?: string | undefined;
  cursor: { at: number; id: string } | null;
  limit: number;
};

/** Newest first, from after `cursor` on. */
export function messagesPage(scope: UserScope, db: Database, { state, category, search, cursor, limit }: Query) {
  const wanted: (SQL | undefined)[] = [
    state === "open" ? isNull(messages.doneAt) : state === "done" ? isNotNull(messages.doneAt) : undefined,
    category && eq(messages.category, category),
    contains(
      search,
      [messages.message, messages.callerName, messages.confirmationNumber, messages.note],
      [messages.callbackNumber, messages.fromNumber],
    ),
    cursor
      ? or(lt(messages.createdAt, cursor.at), and(eq(messages.createdAt, cursor.at), lt(messages.id, cursor.id)))
      : undefined,
  ];
  return withCall(db)
    .where(and(ownedBy(scope, messages.userId), ...wanted))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(limit);
}

export async function countOpenMessages(scope: UserScope, db: Database): Promise<number> {
  const open = and(ownedBy(scope, messages.userId), isNull(messages.doneAt));
  const [row] = await db.select({ n: count() }).from(messages).where(open);
  return row?.n ?? 0;
}

export async function messageById(scope: UserScope, db: Database, id: string) {
  const [message] = await withCall(db).where(and(ownedBy(scope, messages.userId), eq(messages.id, id)));
  return message ?? null;
}

export type StoredMessage = NonNullable<Awaited<ReturnType<typeof messageById>>>;

/** What was left in one call, oldest first; `callId` is Retell's. */
export function messagesOfCall(scope: UserScope, db: Database, callId: string): Promise<StoredMessage[]> {
  return withCall(db)
    .where(and(ownedBy(scope, messages.userId), eq(messages.callId, callId)))
    .orderBy(messages.createdAt, messages.id);
}

/** Changes a message with its audit row. */
export async function changeMessage(
  scope: UserScope,
  db: Database,
  id: string,
  { change, action }: { change: { doneAt?: number | null; note?: string | null }; action: string },
): Promise<void> {
  await db.batch([
    db
      .update(messages)
      .set(change)
      .where(and(ownedBy(scope, messages.userId), eq(messages.id, id))),
    insertAudit(scope, db, { actor: scope.userId, action, subject: id, detail: { fields: Object.keys(change) } }),
  ]);
}

const columns = {
  id: messages.id,
  callId: messages.callId,
  category: messages.category,
  message: messages.message,
  callerName: messages.callerName,
  callbackNumber: messages.callbackNumber,
  fromNumber: messages.fromNumber,
  confirmationNumber: messages.confirmationNumber,
  note: messages.note,
  doneAt: messages.doneAt,
  createdAt: messages.createdAt,
};

function withCall(db: Database) {
  return db
    .select({ ...columns, callRow: calls.id })
    .from(messages)
    .leftJoin(calls, and(eq(calls.userId, messages.userId), eq(calls.callId, messages.callId)));
}

function fewSingleMails(scope: TenantScope, now: number): SQL {
  const lately = and(
    ownedBy(scope, messages.userId),
    sql`${messages.createdAt} > ${now - WINDOW_MS}`,
    sql`${messages.mailId} = ${messages.id}`,
  );
  return sql`(SELECT count(*) FROM ${messages} WHERE ${lately}) < ${SINGLE_MAILS}`;
}

/** The mail goes into the outbox only if this very message carries its id: a repeat of the message mails nothing. */
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
      })
      .from(messages)
      .where(carries),
  );
}
