import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "./context.ts";
import { doorOf } from "./request-log.ts";

type Door = { fetch: (request: Request) => Response | Promise<Response> };

const outer = new WeakMap<Request, Context<AppEnv>>();

/** A door whose code is loaded with its first request: a ringing phone must not wait for it. */
export function later(load: () => Promise<Door>) {
  return async (c: Context<AppEnv>): Promise<Response> => {
    const door = await load();
    outer.set(c.req.raw, c);
    return door.fetch(c.req.raw);
  };
}

/** For the door itself: goes on with the services, the trace and the request id of the app in front of it. */
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
