import type { MiddlewareHandler } from "hono";
import { RetellError } from "../errors.ts";

/** Lets a request pass that carries the workspace's API key as a bearer token; 401 otherwise. */
export function restGate(apiKey: string): MiddlewareHandler {
  return async function requireApiKey(c, next) {
    if (c.req.header("authorization") !== `Bearer ${apiKey}`) {
      throw new RetellError(401, "API key is missing or invalid.");
    }
    await next();
  };
}
