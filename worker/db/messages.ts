import { and, eq } from "drizzle-orm";
import { messages } from "../../drizzle/schema.ts";
import type { TenantScope } from "../tenancy/scope.ts";
import type { Database } from "./database.ts";
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

/** Stores a message; the same words in the same call are stored once. True when this was the first time. */
export async function saveMessage(scope: TenantScope, db: Database, message: NewMessage): Promise<boolean> {
  const same = and(
    ownedBy(scope, messages.userId),
    eq(messages.callId, message.callId),
    eq(messages.messageHash, message.messageHash),
  );
  const id = crypto.randomUUID();
  const { callerName, callbackNumber, confirmationNumber } = message;
  const [, [stored]] = await db.batch([
    db
      .insert(messages)
      .values({ ...message, id, userId: tenantOf(scope) })
      .onConflictDoUpdate({
        target: [messages.userId, messages.callId, messages.messageHash],
        set: { callerName, callbackNumber, confirmationNumber },
      }),
    db.select({ id: messages.id }).from(messages).where(same),
  ]);
  return stored?.id === id;
}
