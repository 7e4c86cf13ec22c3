import { offline, RequestError } from "../request-error.ts";
import { inOurWords } from "./account-refusals.ts";

export type Session = {
  user: { id: string; email: string; name: string; emailVerified: boolean; twoFactorEnabled?: boolean };
};

/** Where a confirmation link ends; the server adds `error` when the link is not valid. */
const CONFIRMED = "/verify?confirmed=yes";

/** The account endpoints. Each throws a RequestError when the server refuses. */
export const auth = {
  session: () => call<Session | null>("get-session"),
  signUp: (account: { name: string; email: string; password: string }) =>
    call("sign-up/email", { ...account, callbackURL: CONFIRMED }),
  /** `twoFactorRedirect`: the password is right, and a code is needed next. */
  signIn: (account: { email: string; password: string }) =>
    call<{ twoFactorRedirect?: boolean }>("sign-in/email", account),
  /** Completes signing in, or switches the second factor on. */
  verifyCode: (code: string) => call("two-factor/verify-totp", { code }).catch(inOurWords),
  useRecoveryCode: (code: string) => call("two-factor/verify-backup-code", { code }).catch(inOurWords),
  enableTwoFactor: (password: string) =>
    call<{ totpURI: string; backupCodes: string[] }>("two-factor/enable", { password }),
  disableTwoFactor: (password: string) => call("two-factor/disable", { password }),
  newRecoveryCodes: (password: string) =>
    call<{ backupCodes: string[] }>("two-factor/generate-backup-codes", { password }),
  changePassword: (change: { currentPassword: string; newPassword: string }) => call("change-password", change),
  signOut: () => call("sign-out", {}),
  /** Ends every session of this account, this one included. */
  signOutEverywhere: () => call("revoke-sessions", {}),
  resendVerification: (email: string) => call("send-verification-email", { email, callbackURL: CONFIRMED }),
  requestReset: (email: string) => call("request-password-reset", { email, redirectTo: "/reset" }),
  resetPassword: (reset: { token: string; newPassword: string }) => call("reset-password", reset),
};

async function call<Body = unknown>(path: string, body?: object): Promise<Body> {
  const response = await fetch(`/api/auth/${path}`, request(body)).catch(() => {
    throw offline();
  });
  if (!response.ok) throw new RequestError(response.status, await response.json().catch(() => null));
  return JSON.parse((await response.text()) || "null");
}

function request(body: object | undefined): RequestInit {
  if (!body) return {};
  return { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
