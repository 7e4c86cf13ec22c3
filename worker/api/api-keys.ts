import { Hono } from "hono";
import * as z from "zod";
import { apiKeyReply, createApiKey, revokeKey } from "../api-keys/api-keys.ts";
import { KEY_SCOPES } from "../api-keys/key-scopes.ts";
import { apiKeysOf } from "../api-keys/store/api-keys.ts";
import type { AppEnv } from "../http/context.ts";
import { jsonBody } from "../http/json-body.ts";
import { HAS_HIDDEN, isVisible } from "../lib/visible-text.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

const newKey = z.object({
  name: z
    .string("Give the key a name, such as the system that will use it.")
    .trim()
    .min(1, "Give the key a name, such as the system that will use it.")
    .max(60, "Keep the name under 60 characters.")
    .refine(isVisible, HAS_HIDDEN),
  scopes: z
    .array(z.enum(KEY_SCOPES, "A key may import, read, or both."))
    .min(1, "Choose what the key may do.")
    .transform((chosen) => KEY_SCOPES.filter((scope) => chosen.includes(scope)))
    .default(["import"]),
});

export const apiKeysRoute = new Hono<AppEnv & SignedIn>()
  .get("/", async (c) => {
    const keys = await apiKeysOf(c.get("scope"), c.get("services").db);
    return c.json({ items: keys.map(apiKeyReply), next_cursor: null });
  })
  .post("/", jsonBody(newKey), async (c) => {
    return c.json(await createApiKey(c.get("scope"), c.get("services"), c.req.valid("json"), c.get("actor")), 201);
  })
  .delete("/:id", async (c) => {
    await revokeKey(c.get("scope"), c.get("services"), c.req.param("id"), c.get("actor"));
    return c.body(null, 204);
  });
