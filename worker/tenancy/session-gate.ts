import { createMiddleware } from "hono/factory";
import { createAuth } from "../accounts/auth.ts";
import type { AppEnv } from "../http/context.ts";
import { AppError } from "../lib/errors.ts";
import { scopeOfUser, type UserScope } from "./scope.ts";

type Operator = { id: string; name: string; email: string };

/** Names the account whose data a page shows, because the browser may have signed in to another account since. */
const ACCOUNT_HEADER = "x-nightdesk-account";

/**
 * `actor` is the name in the audit trail: the account's id, or `key:<id>` for an API key (key-gate.ts). `mayRead` says
 * whether they may see passengers; a key that only imports may not.
 */
export type SignedIn = { Variables: { scope: UserScope; operator: Operator; actor: string; mayRead: boolean } };

/**
 * Lets through only signed-in operators whose address is confirmed. The session is read from the database each time, so
 * that an ended session is refused right away. A page that was loaded for another account is refused too.
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
        "Another account has signed in since you opened this page. Sign in to the first account again to save here.",
      );
    }
    if (!emailVerified) {
      throw new AppError(403, "email_not_verified", "Confirm your e-mail address first: open the link we sent you.");
    }
    c.set("scope", scopeOfUser(id));
    c.set("operator", { id, name, email });
    c.set("actor", id);
    c.set("mayRead", true);
    c.get("trace").tenant = id;
    await next();
    for (const cookie of headers.getSetCookie()) c.header("set-cookie", cookie, { append: true }); // an extended session
  });
}
