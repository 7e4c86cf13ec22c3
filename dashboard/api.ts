import { hc } from "hono/client";
import type { Api } from "../worker/api/routes.ts";
import { accountHeader } from "./accounts/loaded-account.ts";
import { raiseDoubt } from "./accounts/session-doubt.ts";
import { offline, RequestError } from "./request-error.ts";

/** The dashboard's API, typed by the server's own routes. */
export const api = hc<Api>("/api", { headers: accountHeader });

type Replied<Body> = Pick<Response, "ok" | "status"> & { json(): Promise<Body> };

/** The body of a successful reply; anything else is thrown as a RequestError. */
export async function bodyOf<Body>(reply: Promise<Replied<Body>>): Promise<Body> {
  return (await accepted(reply)).json();
}

/** For replies without a body. */
export async function done(reply: Promise<Replied<unknown>>): Promise<void> {
  await accepted(reply);
}

async function accepted<Body>(reply: Promise<Replied<Body>>): Promise<Replied<Body>> {
  const response = await reply.catch(() => {
    throw offline();
  });
  if (response.ok) return response;
  const refusal = new RequestError(response.status, await response.json().catch(() => null));
  raiseDoubt(refusal);
  throw refusal;
}
