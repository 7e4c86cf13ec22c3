import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import { METHOD_NAME_ALL } from "hono/router";
import { log } from "../lib/log.ts";
import type { Services } from "../services.ts";
import type { AppEnv, Trace } from "./context.ts";

/** One line a request: which door, whose, what came of it, how long. No names, numbers or bodies. A caller does not wait for it. */
export function requestLog() {
  return createMiddleware<AppEnv>(async function requestLog(c, next) {
    const started = performance.now();
    const trace: Trace = {};
    c.set("trace", trace);
    await next();
    const line = {
      door: `${c.req.method} ${trace.door ?? doorOf(c)}`,
      tenant: trace.tenant ?? null,
      outcome: trace.outcome ?? null,
      status: c.res.status,
      ms: Math.round(performance.now() - started),
      request_id: c.get("requestId"),
    };
    const services: Services | undefined = c.get("services"); // none where the Worker is set up wrongly
    if (services) services.defer(async () => log("request", line));
    else log("request", line);
  });
}

/** The pattern of the route that matched, never the path itself: it may hold an id, a token or a telephone number. */
export function doorOf(c: Context): string {
  const routes = matchedRoutes(c);
  return (routes.findLast(({ method }) => method !== METHOD_NAME_ALL) ?? routes.at(-1))?.path ?? "";
}
