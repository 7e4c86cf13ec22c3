import { describeError, log } from "../lib/log.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { SecretLostError } from "../vault/secret-lost.ts";
import { withSecret } from "../vault/with-secret.ts";
import { type Outcome, trouble } from "./outcome.ts";
import type { StoredNumber } from "./store/phone-numbers.ts";

const EVERYWHERE_MS = 120_000; // KV may take a minute to show a new value, and until then say that there is none

/** A password was saved but can no longer be opened: its key or the sealed value is gone. */
export type PasswordLost = { kind: "password_lost" };

/**
 * Opens a number's trunk password and hands it to `use`; null if none is set. If it was entered a moment ago and KV does
 * not show it yet, the job retries.
 * @throws when the vault does not answer
 */
export async function withTrunkPassword<Result>(
  scope: UserScope,
  services: Services,
  { id, sipPasswordSetAt }: Pick<StoredNumber, "id" | "sipPasswordSetAt">,
  use: (password: string | null) => Promise<Result>,
): Promise<Result | PasswordLost | Outcome> {
  if (sipPasswordSetAt === null) return use(null);
  let opened = false;
  try {
    const used = await withSecret(scope, services, { kind: "sip", id }, async (password) => {
      opened = true;
      return { result: await use(password) };
    });
    return used ? used.result : { kind: "password_lost" };
  } catch (error) {
    if (opened || !(error instanceof SecretLostError)) throw error;
    if (error.reason === "value_gone" && services.now() - sipPasswordSetAt < EVERYWHERE_MS) return trouble("outage");
    log("trunk_password_lost", { number_id: id, ...describeError(error) });
    return { kind: "password_lost" };
  }
}
