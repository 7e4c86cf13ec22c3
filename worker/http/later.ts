import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "./context.ts";
import { doorOf } from "./request-log.ts";

type Door = { fetch: (request: Request) => Response | Promise<Response> };

const outer = new WeakMap<Request, Context<AppEnv>>();

/** A door whose code is loaded with its first request, so that a ringing phone never waits for it. */
export function later(load: () => Promise<Door>) {
  return async (c: Context<AppEnv>): Promise<Response> => {
    const door = await load();
    outer.set(c.req.raw, c);
    return door.fetch(c.req.raw);
  };
}

/** Used inside such a door: takes over the services, trace and request id of the outer app. */
export function continued() {
  return createMiddleware<AppEnv>(async function continued(c, next) {
    const front = outer.get(c.req.raw);
    if (!front) throw new Error("this door is only reached through later()");
    c.set("services", front.get("services"));
    c.set("trace", front.get("trace"));
    c.set("requestId", front.get("requestId"));
    front.get("trace").door = doorOf(c);
    await next();
    c.header("x-request-id", front.get("requestId"));
  });
}
