import { eq } from "drizzle-orm";
import { user } from "../../../drizzle/schema.ts";
import type { Database } from "../../db/database.ts";
import type { UserScope } from "../../tenancy/scope.ts";

/** The operator's email address; null when the account is gone. */
export async function operatorEmail(scope: UserScope, db: Database): Promise<string | null> {
  const [account] = await db.select({ email: user.email }).from(user).where(eq(user.id, scope.userId));
  return account?.email ?? null;
}
