import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { findSecret, findSecretAt } from "./find.ts";
import { openSecret } from "./open.ts";
import type { SecretRecord } from "./record.ts";

/**
 * Opens a secret and hands it to `use`; null if there is none. `use` may not return a string, so that the secret does
 * not leak by mistake.
 * @throws SecretLostError when the saved secret can no longer be read and has to be entered again; AppError 503 when
 * there is no usable key at all
 */
export async function withSecret<Result>(
  scope: UserScope,
  services: Pick<Services, "db" | "kv" | "settings">,
  record: SecretRecord,
  use: (secret: string) => Promise<Result extends string ? never : Result>,
): Promise<Result | null> {
  const found = await findSecret(scope, services, record);
  return found && use(await openSecret(scope, services.settings, record, found));
}

/** The same for a ringing phone, where the statement that found the company has named the secret's place too. */
export async function withSecretAt<Result>(
  scope: UserScope,
  services: Pick<Services, "kv" | "settings">,
  { record, named }: { record: SecretRecord; named: { place: string; kid: string; sealedAt: number } },
  use: (secret: string) => Promise<Result extends string ? never : Result>,
): Promise<Result> {
  const found = await findSecretAt(scope, services.kv, record, named);
  return use(await openSecret(scope, services.settings, record, found));
}
