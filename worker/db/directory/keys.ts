import { and, eq, isNull } from "drizzle-orm";
import { apiKeys } from "../../../drizzle/schema.ts";
import type { KeyScope } from "../../api-keys/key-scopes.ts";
import type { Database } from "../database.ts";

/** The owner of the key with this hash, unless it was revoked. Only confirmed accounts can create keys. */
export async function ownerOfApiKey(
  db: Database,
  keyHash: string,
): Promise<{ userId: string; id: string; name: string; scopes: KeyScope[] } | null> {
  const [key] = await db
    .select({ userId: apiKeys.userId, id: apiKeys.id, name: apiKeys.name, scopes: apiKeys.scopes })
    .from(apiKeys)
    .where(and(eq(apiKeys.keyHash, keyHash), isNull(apiKeys.revokedAt)));
  return key ?? null;
}
