import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { jsonBody } from "../http/json-body.ts";
import { changeMessageSettings } from "../messages/change-message-settings.ts";
import { messageSettingsBody } from "../messages/message-schema.ts";
import { savedMessageSettings } from "../messages/store/message-settings.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

export const messageSettingsRoute = new Hono<AppEnv & SignedIn>()
  .get("/", async (c) => c.json(await savedMessageSettings(c.get("scope"), c.get("services").db)))
  .put("/", jsonBody(messageSettingsBody), async (c) => {
    return c.json(await changeMessageSettings(c.get("scope"), c.get("services"), c.req.valid("json")));
  });
