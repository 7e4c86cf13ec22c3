export type ErrorCode =
  | "already_blocked"
  | "bad_request"
  | "body_too_large"
  | "caller_blocked"
  | "carrier_trouble"
  | "changed_since"
  | "columns_missing"
  | "conflict"
  | "cross_origin"
  | "email_not_verified"
  | "file_refused"
  | "internal"
  | "invalid_signature"
  | "invalid_json"
  | "key_not_allowed"
  | "legacy_calls_refused"
  | "needs_confirmation"
  | "not_configured"
  | "not_found"
  | "nothing_to_undo"
  | "number_taken"
  | "purchase_limit"
  | "purchases_off"
  | "question"
  | "other_account"
  | "rate_limited"
  | "secret_key_lost"
  | "set_up_in_place"
  | "tenant_mismatch"
  | "try_out_limit"
  | "unauthenticated"
  | "unavailable"
  | "validation_failed"
  | "version_conflict";

/** `tenant` is for the log: the company that was refused. `retryAfterSeconds` becomes the Retry-After header. */
type Details = {
  fields?: Record<string, string>;
  extra?: Record<string, unknown>;
  tenant?: string;
  retryAfterSeconds?: number;
};

/**
 * The one error that becomes an HTTP response. `message` goes to the client as it is: what happened and what to do.
 * Any other error becomes a 500 without its message.
 */
export class AppError extends Error {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500 | 503;
  readonly code: ErrorCode;
  readonly details: Details;

  constructor(status: AppError["status"], code: ErrorCode, message: string, details: Details = {}) {
    super(message);
    this.name = "AppError";
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

/** The same answer for a record that does not exist and for one of another company. */
export function notFound(): AppError {
  return new AppError(404, "not_found", "This does not exist. Check the address, or go back to the list.");
}
