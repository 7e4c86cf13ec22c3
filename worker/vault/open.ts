import { type CompactJWEHeaderParameters, compactDecrypt, decodeProtectedHeader, errors } from "jose";
import type { Settings } from "../env.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { FoundSecret } from "./find.ts";
import { keyRing } from "./key-ring.ts";
import type { SecretRecord } from "./record.ts";
import { secretLost } from "./secret-lost.ts";

/**
 * The plain text. Only files in this folder may call this, and a test enforces it: everyone else uses `withSecret`,
 * which gives the secret to a callback.
 * @throws SecretLostError when the key is gone, the value was altered, or it was sealed for another company, record or
 * place; AppError 503 when there is no usable key at all
 */
export async function openSecret(
  scope: UserScope,
  settings: Settings,
  record: SecretRecord,
  found: FoundSecret,
): Promise<string> {
  const kid = kidOf(found.sealed);
  if (kid === null || (found.kid !== "" && found.kid !== kid)) throw secretLost(scope, "not_intact", found.kid);
  const keys = keyRing(settings);
  const key = keys.byKid(kid);
  if (!key) {
    keys.current(); // throws if there is no key at all: then entering the password again would not help
    throw secretLost(scope, "key_gone", kid);
  }
  const { plaintext, protectedHeader } = await compactDecrypt(found.sealed, key, {
    keyManagementAlgorithms: ["dir"],
    contentEncryptionAlgorithms: ["A256GCM"],
  }).catch((error: unknown) => {
    throw error instanceof errors.JOSEError ? secretLost(scope, "not_intact", kid) : error;
  });
  if (!belongs(protectedHeader, scope, record, found.place)) throw secretLost(scope, "not_its_place", kid);
  return new TextDecoder().decode(plaintext);
}

/** The key that the header claims. Opening the value shows whether the claim is true. */
function kidOf(sealed: string): string | null {
  try {
    return decodeProtectedHeader(sealed).kid ?? null;
  } catch {
    return null;
  }
}

function belongs(
  header: CompactJWEHeaderParameters,
  scope: UserScope,
  { kind, id }: SecretRecord,
  place: string,
): boolean {
  return header.sub === scope.userId && header.record === `${kind}/${id}` && header.place === place;
}
