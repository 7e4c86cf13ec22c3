import { APIError, createAuthMiddleware, getSessionFromCtx } from "better-auth/api";
import { HAS_HIDDEN, isVisible } from "../lib/visible-text.ts";
import type { Services } from "../services.ts";
import { scopeOfAccount } from "../tenancy/account.ts";
import { accountAudit } from "./account-audit.ts";
import { accountMail } from "./account-mail.ts";
import { refuseWeakPassword } from "./refuse-weak-password.ts";
import { signInLimit } from "./sign-in-limit.ts";
import { chooserOf, forgetLinks } from "./store/accounts.ts";

/** Requests of a session that need the password. Each attempt is counted like an attempt to sign in. */
const ASKS_PASSWORD = new Set([
  "/change-password",
  "/two-factor/enable",
  "/two-factor/disable",
  "/two-factor/generate-backup-codes",
]);

const SIGNS_IN_WITH_CODE = new Set(["/two-factor/verify-totp", "/two-factor/verify-backup-code"]);

/** Our own rules around better-auth's endpoints: what is refused before each, and what follows after it. */
export function accountHooks(services: Services) {
  const [tries, audit, mail] = [signInLimit(services), accountAudit(services), accountMail(services)];
  const before = createAuthMiddleware(async (ctx) => {
    const { path, body, headers } = ctx;
    if (path === "/sign-in/email") await tries.count(body?.email, headers);
    if (path === "/sign-up/email") {
      refuseUnwanted(body);
      await refuseWeakPassword(body?.password, { email: `${body?.email}`, name: `${body?.name}`, company: null });
    }
    if (path === "/reset-password") {
      const link = await ctx.context.internalAdapter.findVerificationValue(`reset-password:${body?.token}`);
      await refuseWeakPassword(
        body?.newPassword,
        link && (await chooserOf(scopeOfAccount({ id: link.value }), services.db)),
      );
    }
    const session = ASKS_PASSWORD.has(path) ? await getSessionFromCtx(ctx) : null;
    if (session) await tries.count(session.user.email, headers);
    if (session && path === "/change-password") {
      await refuseWeakPassword(body?.newPassword, await chooserOf(scopeOfAccount(session.user), services.db));
      return { context: { body: { ...body, revokeOtherSessions: true } } };
    }
    // No browser is trusted to skip the code, and a code always opens a session.
    if (SIGNS_IN_WITH_CODE.has(path)) return { context: { body: { code: body?.code } } };
    return;
  });

  const after = createAuthMiddleware(async ({ path, body, headers, context: { session, newSession, returned } }) => {
    if (returned instanceof APIError) return;
    if (path === "/sign-in/email") await tries.succeeded(body?.email, headers);
    const signedIn = path === "/sign-in/email" ? newSession?.user : SIGNS_IN_WITH_CODE.has(path) && newSession?.user;
    const waitsForCode = path === "/sign-in/email" && signedIn && signedIn.twoFactorEnabled === true;
    if (signedIn && !waitsForCode) await forgetLinks(scopeOfAccount(signedIn), services.db);
    if (!session) return;
    const { user } = session;
    if (ASKS_PASSWORD.has(path)) await tries.succeeded(user.email, headers);
    if (path === "/revoke-sessions") await audit.signedOutEverywhere(user);
    if (path === "/two-factor/verify-totp" && newSession) await audit.twoFactorOn(user);
    if (path === "/two-factor/disable") await audit.twoFactorOff(user);
    if (path === "/two-factor/generate-backup-codes") await audit.recoveryCodesMade(user);
    if (path === "/change-password") {
      await mail.passwordChanged(user, "account.password_changed");
      await forgetLinks(scopeOfAccount(user), services.db);
    }
  });
  return { before, after };
}

/** better-auth would accept the address of a picture, and every page that shows it would load it from elsewhere. */
function refuseUnwanted(body: Record<string, unknown> | undefined): void {
  if (body && "image" in body) throw refusal("IMAGE_NOT_ACCEPTED", "An account has no picture. Leave “image” out.");
  if (typeof body?.name === "string" && !isVisible(body.name)) throw refusal("INVALID_NAME", HAS_HIDDEN);
}

function refusal(code: string, message: string): APIError {
  return new APIError("BAD_REQUEST", { code, message });
}
