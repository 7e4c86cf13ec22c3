import { type CompactJWEHeaderParameters, compactDecrypt } from "jose";
import { quietly } from "../lib/quietly.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { keyRing } from "./key-ring.ts";
import { type SecretRecord, secretKey } from "./record.ts";
import { sealSecret } from "./seal.ts";

/**
 * Opens a secret for as long as `use` runs; null when there is none. One that is sealed with an older key is sealed
 * again with the current one on the way; if that fails, it stays as it was.
 * @throws when the secret was sealed for another company, record or place, or was altered; AppError 503 without its key
 */
export async function withSecret<Result>(
  scope: UserScope,
  services: Pick<Services, "kv" | "settings">,
  record: SecretRecord,
  use: (secret: string) => Promise<Result>,
): Promise<Result | null> {
  const place = secretKey(scope, record);
  const sealed = await services.kv.get(place);
  if (sealed === null) return null;
  const keys = keyRing(services.settings);
  const { plaintext, protectedHeader } = await compactDecrypt(sealed, ({ kid }) => keys.byKid(kid ?? ""), {
    keyManagementAlgorithms: ["dir"],
    contentEncryptionAlgorithms: ["A256GCM"],
  });
  assertBelongs(protectedHeader, scope, record, place);
  const secret = new TextDecoder().decode(plaintext);
  await quietly("secret_not_sealed_again", sealAgain());
  return use(secret);

  async function sealAgain() {
    if (protectedHeader.kid !== keys.current().kid) await sealSecret(scope, services, record, secret);
  }
}

function assertBelongs(
  header: CompactJWEHeaderParameters,
  scope: UserScope,
  record: SecretRecord,
  place: string,
): void {
  const belongs =
    header.sub === scope.userId && header.record === `${record.kind}/${record.id}` && header.place === place;
  if (!belongs) throw new Error("this secret was sealed for something else");
}
