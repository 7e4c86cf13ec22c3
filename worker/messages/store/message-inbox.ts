import { and, count, desc, eq, isNotNull, isNull, lt, or, type SQL } from "drizzle-orm";
import { calls, messages } from "../../../drizzle/schema.ts";
import type { AuditAction } from "../../audit/actions.ts";
import { insertAudit } from "../../db/audit.ts";
import { contains } from "../../db/contains.ts";
import type { Database } from "../../db/database.ts";
import { ownedBy } from "../../db/owned-by.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import type { MessageCategory } from "../categories.ts";

type Query = {
  state?: "open" | "done" | undefined;
  category?: MessageCategory | undefined;
  search?: string | undefined;
  cursor: { at: number; id: string } | null;
  limit: number;
};

/** Newest first, starting after `cursor`. */
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

/** The messages left in one call, oldest first; `callId` is Retell's. */
export function messagesOfCall(scope: UserScope, db: Database, callId: string): Promise<StoredMessage[]> {
  return withCall(db)
    .where(and(ownedBy(scope, messages.userId), eq(messages.callId, callId)))
    .orderBy(messages.createdAt, messages.id);
}

/** Changes a message and writes the audit row. */
export async function changeMessage(
  scope: UserScope,
  db: Database,
  id: string,
  { change, action }: { change: { doneAt?: number | null; note?: string | null }; action: AuditAction },
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
