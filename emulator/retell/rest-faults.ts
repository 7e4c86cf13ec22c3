import { setTimeout as wait } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { MiddlewareHandler } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { RetellError } from "../errors.ts";
import type { Faults } from "./faults.ts";

const REST_FAULTS = ["slow", "late", "429", "500", "refuse", "error_after", "drop", "drop_after"] as const;

/** Applies fault rules to REST answers. `drop` and `drop_after` cut the connection without an answer. */
export function restFaults(faults: Faults): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async function spoil(c, next) {
    const rule = faults.take("rest", [c.req.path, `${c.req.method} ${c.req.path}`], REST_FAULTS);
    switch (rule?.kind) {
      case "slow":
        await wait(rule.delay_ms);
        return next();
      case "late":
        await next();
        await wait(rule.delay_ms);
        return;
      case "refuse":
        return c.json({ status: "error", message: rule.message }, rule.status as ContentfulStatusCode);
      case "429":
        if (rule.retry_after !== undefined) c.header("retry-after", String(rule.retry_after));
        return c.json({ status: "error", message: "Account rate limited, please throttle your requests." }, 429);
      case "500":
        throw new RetellError(500, "An unexpected server error occurred.");
      case "error_after":
        await next();
        c.res = undefined; // a second answer would otherwise inherit the first one's headers
        c.res = c.json({ status: "error", message: "An unexpected server error occurred." }, 500);
        return;
      case "drop_after":
        await next();
        c.env.incoming.socket.destroy();
        c.res = undefined;
        c.res = RESPONSE_ALREADY_SENT;
        return;
      case "drop":
        c.env.incoming.socket.destroy();
        return RESPONSE_ALREADY_SENT;
      default:
        return next();
    }
  };
}
