import { createMiddleware } from "hono/factory";
import type { AppEnv } from "./context.ts";

/** Answers to an operator stay out of every cache. */
export function noStore() {
  return createMiddleware<AppEnv>(async function noStore(c, next) {
    await next();
    c.header("cache-control", "no-store");
  });
}
