import { createMiddleware } from "hono/factory";
import { createAuth } from "../accounts/auth.ts";
import type { AppEnv } from "../http/context.ts";
import { AppError } from "../lib/errors.ts";
import { scopeOfUser, type UserScope } from "./scope.ts";

type Operator = { id: string; name: string; email: string };

/** Names the account whose data a page shows: its cookie may have become another account's in the meantime. */
const ACCOUNT_HEADER = "x-nightdesk-account";

/** `actor` is how the audit trail names who did it: the account, or `key:<id>` of an API key (key-gate.ts). */
export type SignedIn = { Variables: { scope: UserScope; operator: Operator; actor: string } };

/**
 * Lets through only operators who are signed in and whose address is confirmed. The session is read from the database
 * each time, so that one that was ended is refused at once. A page that was loaded for another account is refused too.
 */
export function sessionGate() {
  return createMiddleware<AppEnv & SignedIn>(async function sessionGate(c, next) {
    const auth = createAuth(c.get("services"));
    const { headers, response } = await auth.api.getSession({ headers: c.req.raw.headers, returnHeaders: true });
    if (!response) throw new AppError(401, "unauthenticated", "You are not signed in. Sign in and try again.");
    const { id, name, email, emailVerified } = response.user;
    const loaded = c.req.header(ACCOUNT_HEADER);
    if (loaded !== undefined && loaded !== id) {
      throw new AppError(
        409,
        "other_account",
        "Another account has signed in since this page was opened. Sign in with the first one to save here.",
      );
    }
    if (!emailVerified) {
      throw new AppError(403, "email_not_verified", "Confirm your e-mail address first: open the link we sent you.");
    }
    c.set("scope", scopeOfUser(id));
    c.set("operator", { id, name, email });
    c.set("actor", id);
    c.get("trace").tenant = id;
    await next();
    for (const cookie of headers.getSetCookie()) c.header("set-cookie", cookie, { append: true }); // a prolonged session
  });
}
