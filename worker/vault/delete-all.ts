import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { type SecretRecord, secretsOf } from "./record.ts";
import { forgetSecret } from "./seal.ts";

/**
 * Deletes every secret of a company. The `known` ones are deleted by name, because a KV listing can be a minute behind.
 */
export async function deleteAllSecrets(
  scope: UserScope,
  vault: Pick<Services, "db" | "kv">,
  known: SecretRecord[],
): Promise<void> {
  for (const record of known) await forgetSecret(scope, vault, record);
  for (let cursor: string | null = null; ; ) {
    const page: KVNamespaceListResult<unknown> = await vault.kv.list({ prefix: secretsOf(scope), cursor });
    for (const { name } of page.keys) await vault.kv.delete(name);
    if (page.list_complete) return;
    cursor = page.cursor;
  }
}
