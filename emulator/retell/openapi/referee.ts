import type { MiddlewareHandler } from "hono";
import { note } from "./noted.ts";

/**
 * Has Retell's OpenAPI document judge every request and what we answer it. What it does not allow is noted, and answered
 * with 500, so that whoever sent it notices too.
 */
export function referee(active: boolean): MiddlewareHandler {
  return async function judgeExchange(c, next) {
    if (!active) return next();
    const body = await c.req.text();
    await next();
    const { status } = c.res;
    const exchange = { method: c.req.method, path: c.req.path, query: c.req.query(), body, status };
    const wrong = note({ ...exchange, answer: await c.res.clone().text() });
    if (wrong.length === 0) return;
    const message = `Retell's OpenAPI document does not allow this: ${wrong.join("; ")}`;
    c.res = undefined; // a second answer would otherwise inherit the first one's headers
    c.res = Response.json({ status: "error", message }, { status: 500 });
  };
}
