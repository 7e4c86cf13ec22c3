import { RequestError } from "../request-error.ts";

const PASSWORD_REASONS: Record<string, string> = {
  PASSWORD_TOO_SHORT: "Use at least 8 characters.",
  PASSWORD_TOO_LONG: "Use at most 128 characters.",
  PASSWORD_TOO_COMMON: "This password is too common. Choose another one.",
};

/** Rethrows a refusal; a password or e-mail address that was refused gets its reason at its field, in our words. */
export function withFields(error: unknown): never {
  if (!(error instanceof RequestError)) throw error;
  const password = PASSWORD_REASONS[error.code];
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
