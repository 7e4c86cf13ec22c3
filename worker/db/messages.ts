import { and, eq } from "drizzle-orm";
import { messages, tenantConfig } from "../../drizzle/schema.ts";
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

/** The company that a call belongs to; null when nobody has the dialled number. */
export async function companyOf(scope: TenantScope, db: Database): Promise<{ userId: string } | null> {
  const [company] = await db
    .select({ userId: tenantConfig.userId })
    .from(tenantConfig)
    .where(ownedBy(scope, tenantConfig.userId));
  return company ?? null;
}

/** Stores a message; the same words in the same call are stored once. True when this was the first time. */
export async function saveMessage(scope: TenantScope, db: Database, message: NewMessage): Promise<boolean> {
  const same = and(
    ownedBy(scope, messages.userId),
    eq(messages.callId, message.callId),
    eq(messages.messageHash, message.messageHash),
  );
  const id = crypto.randomUUID();
  const [, [stored]] = await db.batch([
    db
      .insert(messages)
      .values({ ...message, id, userId: tenantOf(scope) })
      .onConflictDoNothing(),
    db.select({ id: messages.id }).from(messages).where(same),
  ]);
  return stored?.id === id;
}
