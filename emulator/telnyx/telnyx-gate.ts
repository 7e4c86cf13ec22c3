import type { Context } from "hono";
import type { Store } from "../retell/store.ts";
import type { AccountAtTelnyx, NumberAtTelnyx } from "./telnyx-account.ts";
import { TelnyxError } from "./telnyx-error.ts";

/** The account of the key that a request carries as its bearer token. */
export function accountOfBearer({ state }: Store, c: Context): AccountAtTelnyx {
  const account = state.telnyx.find(({ api_key }) => c.req.header("authorization") === `Bearer ${api_key}`);
  if (!account) throw new TelnyxError(401, "10009", "Authentication failed");
  return account;
}

export function telnyxNumber({ numbers }: AccountAtTelnyx, id: string): NumberAtTelnyx {
  const number = numbers.find((one) => one.id === id);
  if (!number) throw new TelnyxError(404, "10005", "Resource not found");
  return number;
}
