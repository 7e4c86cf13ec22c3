import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { jsonBody } from "../http/json-body.ts";
import { messageSettingsBody } from "../messages/message-schema.ts";
import { savedMessageSettings, saveMessageSettings } from "../messages/store/message-settings.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

export const messageSettingsRoute = new Hono<AppEnv & SignedIn>()
  .get("/", async (c) => c.json(await savedMessageSettings(c.get("scope"), c.get("services").db)))
  .put("/", jsonBody(messageSettingsBody), async (c) => {
    const settings = c.req.valid("json");
    await saveMessageSettings(c.get("scope"), c.get("services").db, settings);
    return c.json(settings);
  });
