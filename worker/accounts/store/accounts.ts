import { drizzleAdapter } from "@better-auth/drizzle-adapter";
import { eq } from "drizzle-orm";
import { account, rateLimit, session, tenantConfig, twoFactor, user, verification } from "../../../drizzle/schema.ts";
import { insertAudit } from "../../db/audit.ts";
import type { Database } from "../../db/database.ts";
import { insertMail, type NewMail } from "../../mail/store/outbox.ts";
import type { UserScope } from "../../tenancy/scope.ts";
import type { Chooser } from "../easy-password.ts";

/** Where better-auth stores accounts, sessions, tokens and its rate limits. */
export function accountStore(db: Database) {
  return drizzleAdapter(db, {
    provider: "sqlite",
    schema: { user, session, account, verification, rateLimit, twoFactor },
  });
}

type Change = { action: "account.password_reset" | "account.password_changed"; notice: NewMail };

/**
 * Notes that an account has a new password: one batch with the audit row and the mail that tells the owner. One that was
 * set through a mailed link also confirms the address, because whoever can open the mail owns it.
 */
export async function notePassword(scope: UserScope, db: Database, { action, notice }: Change): Promise<void> {
  const confirmed = db.update(user).set({ emailVerified: true }).where(eq(user.id, scope.userId));
  await db.batch([
    insertAudit(scope, db, { actor: scope.userId, action }),
    insertMail(scope, db, notice),
    ...(action === "account.password_reset" ? [confirmed] : []),
  ]);
}

/** Ends what an account has open: links to a new password, and sign-ins that wait for a code. */
export async function forgetLinks(scope: UserScope, db: Database): Promise<void> {
  await db.delete(verification).where(eq(verification.value, scope.userId));
}

/** The account's name, address and company, for the words that its password must not contain. */
export async function chooserOf(scope: UserScope, db: Database): Promise<Chooser | null> {
  const [row] = await db
    .select({ email: user.email, name: user.name, company: tenantConfig.companyName })
    .from(user)
    .leftJoin(tenantConfig, eq(tenantConfig.userId, user.id))
    .where(eq(user.id, scope.userId));
  return row ?? null;
}
