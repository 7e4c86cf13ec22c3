import { RequestError } from "../request-error.ts";

const PASSWORD_REASONS: Record<string, string> = {
  PASSWORD_TOO_SHORT: "Use at least 8 characters.",
  PASSWORD_TOO_LONG: "Use at most 128 characters.",
  PASSWORD_TOO_COMMON: "This password is too common. Choose another one.",
};

/** Refusals whose reason quotes what was typed, so the server writes the text. */
const OWN_PASSWORD_REASONS = new Set(["PASSWORD_NAMES_YOU", "PASSWORD_TOO_SIMPLE"]);

const CODE_REASONS: Record<string, string> = {
  INVALID_CODE: "This code is wrong or has expired. Enter the one that the app shows now.",
  INVALID_BACKUP_CODE: "This recovery code is wrong or was used before. Try another one.",
  INVALID_TWO_FACTOR_COOKIE: "Signing in took too long. Go back and enter your password again.",
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: "Too many wrong codes. Go back and enter your password again.",
  ACCOUNT_TEMPORARILY_LOCKED: "Too many wrong codes. Wait 15 minutes, then sign in again.",
};

/** Rethrows a refused code in our words. */
export function inOurWords(error: unknown): never {
  const words = error instanceof RequestError ? CODE_REASONS[error.code] : undefined;
  if (!(error instanceof RequestError) || words === undefined) throw error;
  throw refusal(error, words, {});
}

/** Rethrows a refusal; a password or e-mail address that was refused gets its reason at its field, in our words. */
export function withFields(error: unknown): never {
  if (!(error instanceof RequestError)) throw error;
  const password = PASSWORD_REASONS[error.code] ?? (OWN_PASSWORD_REASONS.has(error.code) ? error.message : undefined);
  if (error.code === "INVALID_PASSWORD") {
    const current = "This is not your password.";
    throw refusal(error, current, { current });
  }
  if (error.code === "INVALID_NAME") throw refusal(error, error.message, { name: error.message });
  if (password) throw refusal(error, password, { password });
  if (error.code === "INVALID_EMAIL") {
    const email = "Enter an e-mail address such as dispatch@example.com.";
    throw refusal(error, email, { email });
  }
  throw error;
}

function refusal(error: RequestError, message: string, fields: Record<string, string>): RequestError {
  return new RequestError(error.status, { error: { code: error.code, message, fields } });
}

/** The length rule, which needs no server. */
export function passwordRefusal(password: string): RequestError | null {
  const code = password.length < 8 ? "PASSWORD_TOO_SHORT" : password.length > 128 ? "PASSWORD_TOO_LONG" : null;
  return code && new RequestError(400, { error: { code } });
}
