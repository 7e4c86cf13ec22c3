import { createMiddleware } from "hono/factory";
import { log } from "../lib/log.ts";
import type { AppEnv, Trace } from "./context.ts";

/** One line a request: which door, whose, what came of it, how long. No names, numbers or bodies. */
export function requestLog() {
  return createMiddleware<AppEnv>(async function requestLog(c, next) {
    const started = performance.now();
    const trace: Trace = {};
    c.set("trace", trace);
    await next();
    log("request", {
      door: `${c.req.method} ${doorOf(c.req.path)}`,
      tenant: trace.tenant ?? null,
      outcome: trace.outcome ?? null,
      status: c.res.status,
      ms: Math.round(performance.now() - started),
      request_id: c.get("requestId"),
    });
  });
}

/** The path without what could be an id, a token or a telephone number. */
function doorOf(path: string): string {
  return path.replace(/\/[^/]*\d[^/]*/g, "/:id").slice(0, 80);
}
