import { setTimeout as wait } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { MiddlewareHandler } from "hono";
import type { Faults } from "./faults.ts";

const REST_FAULTS = ["slow", "late", "429", "500", "refuse", "error_after", "drop", "drop_after"] as const;

/** How a service words a refusal; without `message`, its usual words for this status. */
type Wording = (status: number, message?: string) => Response;

/**
 * Applies fault rules to REST answers, in the words of the imitated service. `drop` and `drop_after` cut the
 * connection without an answer.
 */
export function restFaults(
  faults: Faults,
  wording: Wording = retellFault,
): MiddlewareHandler<{ Bindings: HttpBindings }> {
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
        return wording(rule.status, rule.message);
      case "429": {
        const refusal = wording(429);
        if (rule.retry_after !== undefined) refusal.headers.set("retry-after", String(rule.retry_after));
        return refusal;
      }
      case "500":
        return wording(500);
      case "error_after":
        await next();
        c.res = undefined; // a second answer would otherwise inherit the first one's headers
        c.res = wording(500);
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

function retellFault(status: number, message?: string): Response {
  const usual =
    status === 429 ? "Account rate limited, please throttle your requests." : "An unexpected server error occurred.";
  return Response.json({ status: "error", message: message ?? usual }, { status });
}
