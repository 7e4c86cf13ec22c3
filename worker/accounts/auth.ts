import { APIError } from "better-auth/api";
import { betterAuth } from "better-auth/minimal";
import { twoFactor } from "better-auth/plugins/two-factor";
import { savedClosure } from "../closure/store/closures.ts";
import { trustedOrigins } from "../http/origin.ts";
import { AppError } from "../lib/errors.ts";
import { describeError, log } from "../lib/log.ts";
import { quietly } from "../lib/quietly.ts";
import type { Services } from "../services.ts";
import { scopeOfAccount } from "../tenancy/account.ts";
import { accountAudit } from "./account-audit.ts";
import { accountHooks } from "./account-hooks.ts";
import { accountMail } from "./account-mail.ts";
import { CONFIRMATION_SECONDS, RESET_SECONDS } from "./link-lifetimes.ts";
import { LONGEST, SHORTEST } from "./password-length.ts";
import { signInLimit } from "./sign-in-limit.ts";
import { accountStore, forgetLinks } from "./store/accounts.ts";

const SECRET_CHARACTERS = 32;
const DAY_SECONDS = 86_400;

/**
 * better-auth for one request: accounts and sessions.
 * @throws AppError 503 without a usable BETTER_AUTH_SECRET, because cookies and links could be forged
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
    baseURL: PUBLIC_URL, // the host of links in mails, whatever host the request named
    basePath: "/api/auth",
    secret: BETTER_AUTH_SECRET,
    trustedOrigins: (request) => (request ? trustedOrigins(request.url, PUBLIC_URL) : []),
    database: accountStore(services.db),
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true, // also makes sign-up respond the same for a known address
      minPasswordLength: SHORTEST,
      maxPasswordLength: LONGEST,
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, url }) => mail.reset(user, url),
      onPasswordReset: async ({ user }, request) => {
        await mail.passwordChanged(user, "account.password_reset");
        await forgetLinks(scopeOfAccount(user), services.db);
        await quietly("tries_not_forgotten", tries.startAgain(user.email, request?.headers));
      },
      onExistingUserSignUp: ({ user }) => mail.alreadySignedUp(user),
    },
    emailVerification: {
      sendOnSignUp: true,
      expiresIn: CONFIRMATION_SECONDS,
      // The link signs nobody in: a stranger could send their own link, and the operator would use the stranger's account.
      autoSignInAfterVerification: false,
      sendVerificationEmail: ({ user, url }) => mail.confirm(user, url),
      afterEmailVerification: (user) => audit.confirmed(user),
    },
    session: {
      expiresIn: 14 * DAY_SECONDS,
      updateAge: DAY_SECONDS,
      cookieCache: { enabled: false }, // a session that has ended is refused right away, not minutes later
    },
    databaseHooks: { session: { create: { before: ({ userId }) => refuseWhileClosing(services, userId) } } },
    verification: { storeIdentifier: "hashed" },
    rateLimit: { enabled: true, storage: "database", window: 60, max: 60, customRules: RATE_RULES },
    plugins: [twoFactor()],
    hooks: accountHooks(services),
    onAPIError: { onError: logFailure },
    logger: { level: "error", log: (level) => log("accounts", { level }) }, // its messages contain e-mail addresses
    advanced: {
      cookiePrefix: "nightdesk",
      useSecureCookies: PUBLIC_URL.startsWith("https:"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
      database: { generateId: () => crypto.randomUUID() }, // user.id is the tenant's key
      // Cloudflare sets this header. Without it (tests, plain workerd) everybody shares one strict limit.
      ipAddress: { ipAddressHeaders: ["cf-connecting-ip"] },
      disableCSRFCheck: true, // the same-origin gate in front of the API does this, with our own message
      disableOriginCheck: false, // better-auth checks where links may lead
    },
    telemetry: { enabled: false },
  });
}

// Counted per IP address and path in D1; a count resets after a minute without a request.
const RATE_RULES = {
  "/get-session": false,
  "/sign-in/email": { window: 60, max: 10 },
  "/sign-up/email": { window: 60, max: 10 },
  "/request-password-reset": { window: 60, max: 5 },
  "/send-verification-email": { window: 60, max: 5 },
  "/reset-password": { window: 60, max: 10 },
  "/change-password": { window: 60, max: 10 },
  "/two-factor/*": { window: 60, max: 10 }, // of each path; the plugin also locks an account after ten wrong codes
} as const;

/** Logs unexpected errors only; refusals are normal answers. */
function logFailure(error: unknown): void {
  if (error instanceof APIError && error.statusCode < 500) return;
  log("accounts_failed", describeError(error));
}

/** Runs only after the right password, so that nobody else learns that the account exists. */
async function refuseWhileClosing({ db }: Services, id: string): Promise<void> {
  if (!(await savedClosure(scopeOfAccount({ id }), db))) return;
  throw new APIError("FORBIDDEN", {
    code: "ACCOUNT_CLOSING",
    message: "This account is being closed. Once it is gone, you can sign up again with the same address.",
  });
}
