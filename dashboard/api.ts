import { hc } from "hono/client";
import type { Api } from "../worker/api/routes.ts";
import { offline, RequestError } from "./request-error.ts";

/** The dashboard's API, typed by the server's own routes. */
export const api = hc<Api>("/api");

type Replied<Body> = Pick<Response, "ok" | "status"> & { json(): Promise<Body> };

/** The body of a successful reply; anything else is thrown as a RequestError. */
export async function bodyOf<Body>(reply: Promise<Replied<Body>>): Promise<Body> {
  const response = await reply.catch(() => {
    throw offline();
  });
  if (!response.ok) throw new RequestError(response.status, await response.json().catch(() => null));
  return response.json();
}

/** For replies without a body. */
export async function done(reply: Promise<Replied<unknown>>): Promise<void> {
  const response = await reply.catch(() => {
    throw offline();
  });
  if (!response.ok) throw new RequestError(response.status, await response.json().catch(() => null));
}
