import { Hono } from "hono";
import { requestId } from "hono/request-id";
import { callEventsRoute } from "./calls/route.ts";
import { healthRoute } from "./health/route.ts";
import type { AppEnv } from "./http/context.ts";
import { answerError, errorResponse } from "./http/errors.ts";
import { later } from "./http/later.ts";
import { requestLog } from "./http/request-log.ts";
import { secure } from "./http/secure.ts";
import { inboundRoute } from "./inbound/route.ts";
import { notFound } from "./lib/errors.ts";
import { createServices } from "./services.ts";
import { toolsRoute } from "./tools/route.ts";

/** The URL map: every door, with its gate inside. */
export function createApp(): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.onError(answerError);
  app.notFound((c) => errorResponse(notFound(), c.get("requestId")));
  app.use(secure(), requestId(), requestLog(), async (c, next) => {
    c.set("services", createServices(c.env, c.executionCtx));
    await next();
  });

  app.route("/healthz", healthRoute);
  app.route("/retell/inbound-webhook", inboundRoute);
  app.route("/retell/tools", toolsRoute);
  app.route("/retell/call-events", callEventsRoute);
  app.all(
    "/telephony/*",
    later(async () => (await import("./telephony/route.ts")).telephonyDoor),
  );
  app.all(
    "/api/*",
    later(async () => (await import("./api/door.ts")).apiDoor),
  );
  return app;
}
