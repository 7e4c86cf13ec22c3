import { AppError } from "../lib/errors.ts";
import { log } from "../lib/log.ts";
import type { UserScope } from "../tenancy/scope.ts";

/** For the log: the key is gone, the value is gone, it does not open, or it was sealed for something else. */
type Reason = "key_gone" | "value_gone" | "not_intact" | "not_its_place";

/** A saved secret that can no longer be read. Retrying does not help; the operator has to enter it again. */
export class SecretLostError extends AppError {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(409, "secret_key_lost", "The saved password can no longer be read. Enter it again.");
    this.name = "SecretLostError";
    this.reason = reason;
  }
}

/** Logs the loss and returns the error to throw. `kid` is only the key's name. */
export function secretLost(scope: UserScope, reason: Reason, kid: string): SecretLostError {
  log("secret_lost", { tenant: scope.userId, reason, kid });
  return new SecretLostError(reason);
}
