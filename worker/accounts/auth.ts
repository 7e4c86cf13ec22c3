import { APIError, createAuthMiddleware } from "better-auth/api";
import { betterAuth } from "better-auth/minimal";
import { savedClosure } from "../closure/store/closures.ts";
import { trustedOrigins } from "../http/origin.ts";
import { AppError } from "../lib/errors.ts";
import { describeError, log } from "../lib/log.ts";
import { quietly } from "../lib/quietly.ts";
import type { Services } from "../services.ts";
import { scopeOfAccount } from "../tenancy/account.ts";
import { accountAudit } from "./account-audit.ts";
import { accountMail } from "./account-mail.ts";
import { isCommonPassword } from "./common-password.ts";
import { CONFIRMATION_SECONDS, RESET_SECONDS } from "./link-lifetimes.ts";
import { signInLimit } from "./sign-in-limit.ts";
import { accountStore } from "./store/accounts.ts";

const SECRET_CHARACTERS = 32;
const DAY_SECONDS = 86_400;

/**
 * Accounts and sessions by better-auth, for one request.
 * @throws AppError 503 without a usable BETTER_AUTH_SECRET: cookies and links could be forged
 */
export function createAuth(services: Services) {
  const { BETTER_AUTH_SECRET, PUBLIC_URL } = services.settings;
  if (!BETTER_AUTH_SECRET || BETTER_AUTH_SECRET.length < SECRET_CHARACTERS) {
    throw new AppError(
      503,
      "not_configured",
      `Nobody can sign in: BETTER_AUTH_SECRET is not set to at least ${SECRET_CHARACTERS} characters. Set the secret.`,
    );
  }
  const mail = accountMail(services);
  const audit = accountAudit(services);
  const tries = signInLimit(services);
  return betterAuth({
    appName: "Nightdesk",
    baseURL: PUBLIC_URL, // links in mail lead here whatever host the request named
    basePath: "/api/auth",
    secret: BETTER_AUTH_SECRET,
    trustedOrigins: (request) => (request ? trustedOrigins(request.url, PUBLIC_URL) : []),
    database: accountStore(services.db),
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true, // also makes sign-up answer the same for a known address
      minPasswordLength: 8, // OWASP ASVS 5, 6.2.1 and 6.2.9
      maxPasswordLength: 128,
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, url }) => mail.reset(user, url),
      onPasswordReset: async ({ user }, request) => {
        await mail.passwordChanged(user);
        await quietly("tries_not_forgotten", tries.startAgain(user.email, request?.headers));
      },
      onExistingUserSignUp: ({ user }) => mail.alreadySignedUp(user),
    },
    emailVerification: {
      sendOnSignUp: true,
      expiresIn: CONFIRMATION_SECONDS,
      // Not signed in by the link: a stranger could send his own, and the operator would go on in the stranger's account.
      autoSignInAfterVerification: false,
      sendVerificationEmail: ({ user, url }) => mail.confirm(user, url),
      afterEmailVerification: (user) => audit.confirmed(user),
    },
    session: {
      expiresIn: 14 * DAY_SECONDS,
      updateAge: DAY_SECONDS,
      cookieCache: { enabled: false }, // a session that was ended is refused at once, not minutes later
    },
    databaseHooks: { session: { create: { before: ({ userId }) => refuseWhileClosing(services, userId) } } },
    verification: { storeIdentifier: "hashed" },
    rateLimit: { enabled: true, storage: "database", window: 60, max: 60, customRules: RATE_RULES },
    hooks: {
      before: createAuthMiddleware(async ({ path, body, headers }) => {
        if (path === "/sign-in/email") await tries.count(body?.email, headers);
        await refuseCommonPassword(path === "/sign-up/email" ? body?.password : body?.newPassword);
      }),
      after: createAuthMiddleware(async ({ path, body, headers, context: { session, returned } }) => {
        if (returned instanceof APIError) return;
        if (path === "/sign-in/email") await tries.succeeded(body?.email, headers);
        if (path === "/revoke-sessions" && session) await audit.signedOutEverywhere(session.user);
      }),
    },
    onAPIError: { onError: logFailure },
    logger: { level: "error", log: (level) => log("accounts", { level }) }, // its messages carry addresses
    advanced: {
      cookiePrefix: "nightdesk",
      useSecureCookies: PUBLIC_URL.startsWith("https:"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
      database: { generateId: () => crypto.randomUUID() }, // user.id is the tenant's key
      // Cloudflare writes this header itself. Without it (tests, a bare workerd) everybody shares one strict bucket.
      ipAddress: { ipAddressHeaders: ["cf-connecting-ip"] },
      disableCSRFCheck: true, // the same-origin gate in front of the whole API does it, with our words
      disableOriginCheck: false, // where links may lead is checked by better-auth
    },
    telemetry: { enabled: false },
  });
}

// Counted per address and path in D1; a bucket empties after a minute without a try.
const RATE_RULES = {
  "/get-session": false,
  "/sign-in/email": { window: 60, max: 10 },
  "/sign-up/email": { window: 60, max: 10 },
  "/request-password-reset": { window: 60, max: 5 },
  "/send-verification-email": { window: 60, max: 5 },
  "/reset-password": { window: 60, max: 10 },
} as const;

/** Refusals are answers; only what nobody expected is logged. */
function logFailure(error: unknown): void {
  if (error instanceof APIError && error.statusCode < 500) return;
  log("accounts_failed", describeError(error));
}

/** Asked once the password was right, so that nobody else learns that there is such an account. */
async function refuseWhileClosing({ db }: Services, id: string): Promise<void> {
  if (!(await savedClosure(scopeOfAccount({ id }), db))) return;
  throw new APIError("FORBIDDEN", {
    code: "ACCOUNT_CLOSING",
    message: "This account is being closed. Once it is gone, you can sign up again with the same address.",
  });
}

async function refuseCommonPassword(chosen: unknown): Promise<void> {
  if (typeof chosen !== "string" || !(await isCommonPassword(chosen))) return;
  throw new APIError("BAD_REQUEST", {
    code: "PASSWORD_TOO_COMMON",
    message: "This password is among the first that anybody would try. Choose another one.",
  });
}
