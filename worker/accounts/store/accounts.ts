import { drizzleAdapter } from "@better-auth/drizzle-adapter";
import { eq } from "drizzle-orm";
import { account, rateLimit, session, user, verification } from "../../../drizzle/schema.ts";
import { insertAudit } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { insertMail, type NewMail } from "../../mail/store/outbox.ts";
import type { UserScope } from "../../tenancy/scope.ts";

/** Where better-auth stores accounts, sessions, tokens and its rate limits. */
export function accountStore(db: Database) {
  return drizzleAdapter(db, { provider: "sqlite", schema: { user, session, account, verification, rateLimit } });
}

/**
 * Confirms the address after a password was set through a mailed link: whoever can open the mail owns the address. One
 * batch with the audit row and the mail that tells the owner.
 */
export async function confirmAfterReset(scope: UserScope, db: Database, notice: NewMail): Promise<void> {
  await db.batch([
    db.update(user).set({ emailVerified: true }).where(eq(user.id, scope.userId)),
    insertAudit(scope, db, { actor: scope.userId, action: "account.password_reset" }),
    insertMail(scope, db, notice),
  ]);
}
