import { AppError, notFound } from "../lib/errors.ts";
import { randomToken } from "../lib/random-token.ts";
import { sha256 } from "../lib/sha256.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { KeyScope } from "./key-scopes.ts";
import { apiKeysOf, insertApiKey, revokeApiKey, type StoredKey } from "./store/api-keys.ts";

const MOST_KEYS = 20; // in use at the same time; nobody has that many dispatch systems
const SHOWN = 8; // characters: enough to tell keys apart, far too few to guess one

/** A key as the list shows it, without the key itself. */
export function apiKeyReply(key: Omit<StoredKey, "userId" | "keyHash">) {
  return {
    id: key.id,
    name: key.name,
    prefix: key.prefix,
    scopes: key.scopes,
    created_at: key.createdAt,
    last_used_at: key.lastUsedAt,
    revoked_at: key.revokedAt,
  };
}

/**
 * Creates a key that may do what `scopes` say. `key` is returned only here, because we store only its hash.
 * @throws AppError 409 when the company has 20 keys in use
 */
export async function createApiKey(
  scope: UserScope,
  { db, now }: Services,
  { name, scopes }: { name: string; scopes: KeyScope[] },
  actor: string,
) {
  const inUse = (await apiKeysOf(scope, db)).filter(({ revokedAt }) => revokedAt === null);
  if (inUse.length >= MOST_KEYS) {
    throw new AppError(409, "conflict", `You have ${MOST_KEYS} keys in use, which is the maximum. Revoke one first.`);
  }
  const key = `nd_${randomToken()}`;
  const stored = {
    id: crypto.randomUUID(),
    name,
    scopes,
    prefix: key.slice(0, SHOWN),
    keyHash: await sha256(key),
    createdAt: now(),
  };
  await insertApiKey(scope, db, stored, actor);
  return { ...apiKeyReply({ ...stored, lastUsedAt: null, revokedAt: null }), key };
}

/** @throws AppError 404 */
export async function revokeKey(scope: UserScope, { db, now }: Services, id: string, actor: string): Promise<void> {
  const key = (await apiKeysOf(scope, db)).find((one) => one.id === id);
  if (!key) throw notFound();
  if (key.revokedAt === null) await revokeApiKey(scope, db, key, { actor, at: now() });
}
