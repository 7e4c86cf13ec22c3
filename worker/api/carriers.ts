import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { jsonBody } from "../http/json-body.ts";
import { forgetCarrier, saveTelnyx, saveTwilio, showCarrier } from "../telephony/carrier-account.ts";
import { telnyxReply, twilioReply } from "../telephony/carrier-reply.ts";
import { telnyxBody, twilioBody } from "../telephony/carrier-schema.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

/** A company's accounts at its carriers; secrets go in and never come out. */
export const carriersRoute = new Hono<AppEnv & SignedIn>()
  .get("/twilio", async (c) => c.json(twilioReply(await showCarrier(c.get("scope"), c.get("services"), "twilio"))))
  .put("/twilio", jsonBody(twilioBody), async (c) =>
    c.json(twilioReply(await saveTwilio(c.get("scope"), c.get("services"), c.req.valid("json")))),
  )
  .delete("/twilio", async (c) => {
    await forgetCarrier(c.get("scope"), c.get("services"), "twilio");
    return c.body(null, 204);
  })
  .get("/telnyx", async (c) => c.json(telnyxReply(await showCarrier(c.get("scope"), c.get("services"), "telnyx"))))
  .put("/telnyx", jsonBody(telnyxBody), async (c) =>
    c.json(telnyxReply(await saveTelnyx(c.get("scope"), c.get("services"), c.req.valid("json")))),
  )
  .delete("/telnyx", async (c) => {
    await forgetCarrier(c.get("scope"), c.get("services"), "telnyx");
    return c.body(null, 204);
  });
