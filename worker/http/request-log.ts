import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import { METHOD_NAME_ALL } from "hono/router";
import { log } from "../lib/log.ts";
import type { Services } from "../services.ts";
import type { AppEnv, Trace } from "./context.ts";

/** Logs one line per request after the response: route, company, outcome and duration. No names, numbers or bodies. */
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
    const services: Services | undefined = c.get("services"); // missing if the Worker is configured wrongly
    if (services) services.defer(async () => log("request", line));
    else log("request", line);
  });
}

/** The pattern of the matched route, never the path, which may contain an id, a token or a phone number. */
export function doorOf(c: Context): string {
  const routes = matchedRoutes(c);
  return (routes.findLast(({ method }) => method !== METHOD_NAME_ALL) ?? routes.at(-1))?.path ?? "";
}
