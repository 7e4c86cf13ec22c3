import { CompactEncrypt } from "jose";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { keyRing } from "./key-ring.ts";
import { type SecretRecord, secretKey } from "./record.ts";

type Vault = Pick<Services, "kv" | "settings">;

/**
 * Keeps a secret: AES-256-GCM with the current key. Its owner, its record and its place stand in the protected header,
 * which is part of what is sealed, so that it opens nowhere else.
 * @throws AppError 503 without a usable key
 */
export async function sealSecret(scope: UserScope, { kv, settings }: Vault, record: SecretRecord, secret: string) {
  const { kid, key } = keyRing(settings).current();
  const place = secretKey(scope, record);
  const sealed = await new CompactEncrypt(new TextEncoder().encode(secret))
    .setProtectedHeader({
      alg: "dir",
      enc: "A256GCM",
      kid,
      sub: scope.userId,
      record: `${record.kind}/${record.id}`,
      place,
    })
    .encrypt(key);
  await kv.put(place, sealed);
}

export async function forgetSecret(scope: UserScope, { kv }: Vault, record: SecretRecord): Promise<void> {
  await kv.delete(secretKey(scope, record));
}
