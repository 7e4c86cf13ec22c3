import { AppError } from "../lib/errors.ts";
import { log } from "../lib/log.ts";
import type { UserScope } from "../tenancy/scope.ts";

/** For the log: its key is not there any more; its value is not; it does not open; it was sealed for something else. */
type Reason = "key_gone" | "value_gone" | "not_intact" | "not_its_place";

/** A secret that was entered and cannot be read any more. Trying again does not help, entering it again does. */
export class SecretLostError extends AppError {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(409, "secret_key_lost", "The saved password cannot be read any more. Enter it again.");
    this.name = "SecretLostError";
    this.reason = reason;
  }
}

/** The error to throw, once the log knows of it: `kid` names the key, never holds it. */
export function secretLost(scope: UserScope, reason: Reason, kid: string): SecretLostError {
  log("secret_lost", { tenant: scope.userId, reason, kid });
  return new SecretLostError(reason);
}
