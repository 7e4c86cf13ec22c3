import type { Context } from "hono";
import type { Store } from "../retell/store.ts";
import type { AccountAtTwilio, TwilioPermission } from "./twilio-account.ts";
import { TwilioError } from "./twilio-error.ts";

/** The account of the key that a request carries, if the key may do this. The key is the user of HTTP's basic scheme. */
export function accountOfKey({ state }: Store, c: Context, needs: TwilioPermission): AccountAtTwilio {
  const [user = "", password = ""] = basicCredentials(c.req.header("authorization"));
  const account = state.twilio.find(({ api_key_sid }) => api_key_sid === user);
  const named = c.req.param("account_sid");
  if (!account || account.api_key_secret !== password || (named !== undefined && named !== account.sid)) {
    throw new TwilioError(401, 20003, "Authenticate");
  }
  if (account.status === "suspended") throw new TwilioError(403, 20005, "Account is not active");
  if (account.permissions && !account.permissions.includes(needs)) {
    throw new TwilioError(403, 20403, "The API key does not have the permission for this request");
  }
  return account;
}

function basicCredentials(header: string | undefined): string[] {
  const encoded = /^Basic (.+)$/.exec(header ?? "")?.[1] ?? "";
  const text = Buffer.from(encoded, "base64").toString();
  const colon = text.indexOf(":");
  return colon < 0 ? [] : [text.slice(0, colon), text.slice(colon + 1)];
}
