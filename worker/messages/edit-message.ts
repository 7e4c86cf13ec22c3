import type * as z from "zod";
import { notFound } from "../lib/errors.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { messageChanges } from "./message-schema.ts";
import { changeMessage, messageById, type StoredMessage } from "./store/message-inbox.ts";

/**
 * Marks a message as done, opens it again, or saves its note; the history says which. Nothing is written if nothing
 * changes.
 * @throws AppError 404
 */
export async function editMessage(
  scope: UserScope,
  { db, now }: Services,
  id: string,
  { done, note }: z.output<typeof messageChanges>,
): Promise<StoredMessage> {
  const message = await messageById(scope, db, id);
  if (!message) throw notFound();
  const turned = done !== undefined && done !== (message.doneAt !== null);
  const change = {
    ...(turned && { doneAt: done ? now() : null }),
    ...(note !== undefined && note !== message.note && { note }),
  };
  if (Object.keys(change).length === 0) return message;
  const action = turned ? (done ? "message.done" : "message.reopened") : "message.noted";
  await changeMessage(scope, db, message.id, { change, action });
  return { ...message, ...change };
}
