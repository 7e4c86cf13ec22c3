import { type CompactJWEHeaderParameters, compactDecrypt, decodeProtectedHeader, errors } from "jose";
import type { Settings } from "../env.ts";
import type { UserScope } from "../tenancy/scope.ts";
import type { FoundSecret } from "./find.ts";
import { keyRing } from "./key-ring.ts";
import type { SecretRecord } from "./record.ts";
import { secretLost } from "./secret-lost.ts";

/**
 * The plain text. For the files of this folder alone, and a test holds them to it: everybody else gets it by
 * `withSecret`, for as long as a callback runs.
 * @throws SecretLostError when its key is gone, it was altered, or it was sealed for another company, record or place;
 * AppError 503 while there is no usable key at all
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
    keys.current(); // with no key at all entering the password again would not help either
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

/** As the header claims; whether that is true is seen when it opens. */
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
