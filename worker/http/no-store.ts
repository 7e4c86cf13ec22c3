import { createMiddleware } from "hono/factory";
import type { AppEnv } from "./context.ts";

/** Keeps responses to operators out of every cache. */
export function noStore() {
  return createMiddleware<AppEnv>(async function noStore(c, next) {
    await next();
    c.header("cache-control", "no-store");
  });
}
