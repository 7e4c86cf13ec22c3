import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { jsonBody } from "../http/json-body.ts";
import { backToSchedule, overrideBody, shownOverride, switchAnswering } from "../telephony/switch-answering.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

/** The manual switch: who answers until a minute, whatever the schedule says. Both are null while the schedule counts. */
export const answeringOverrideRoute = new Hono<AppEnv & SignedIn>()
  .get("/", async (c) => c.json(await shownOverride(c.get("scope"), c.get("services"))))
  .put("/", jsonBody(overrideBody), async (c) =>
    c.json(await switchAnswering(c.get("scope"), c.get("services"), c.req.valid("json"), c.get("actor"))),
  )
  .delete("/", async (c) => {
    await backToSchedule(c.get("scope"), c.get("services"), c.get("actor"));
    return c.body(null, 204);
  });
