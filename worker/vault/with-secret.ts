import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { findSecret } from "./find.ts";
import { openSecret } from "./open.ts";
import type { SecretRecord } from "./record.ts";

/**
 * Opens a secret for as long as `use` runs; null when there is none. What `use` returns cannot be a text, so that the
 * secret does not leave by mistake.
 * @throws SecretLostError when one was kept and cannot be read any more: it has to be entered again. AppError 503 while
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
