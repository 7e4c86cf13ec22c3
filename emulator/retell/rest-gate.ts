import type { MiddlewareHandler } from "hono";
import { RetellError } from "../errors.ts";

/** Lets a request through that has the workspace's API key as its bearer token; otherwise 401. */
export function restGate(apiKey: string): MiddlewareHandler {
  return async function requireApiKey(c, next) {
    if (c.req.header("authorization") !== `Bearer ${apiKey}`) {
      throw new RetellError(401, "API key is missing or invalid.");
    }
    await next();
  };
}
