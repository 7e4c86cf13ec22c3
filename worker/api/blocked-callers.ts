import { Hono } from "hono";
import { blockCaller, unblockCaller } from "../blocked-callers/block-caller.ts";
import { blockReply } from "../blocked-callers/block-reply.ts";
import { newBlock } from "../blocked-callers/block-schema.ts";
import { blockedCallersOf } from "../blocked-callers/store/blocked-callers.ts";
import type { AppEnv } from "../http/context.ts";
import { jsonBody } from "../http/json-body.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";

export const blockedCallersRoute = new Hono<AppEnv & SignedIn>()
  .get("/", async (c) => {
    const blocked = await blockedCallersOf(c.get("scope"), c.get("services").db);
    return c.json({ items: blocked.map(blockReply), next_cursor: null });
  })
  .post("/", jsonBody(newBlock), async (c) =>
    c.json(blockReply(await blockCaller(c.get("scope"), c.get("services"), c.req.valid("json"))), 201),
  )
  .delete("/:id", async (c) => {
    await unblockCaller(c.get("scope"), c.get("services"), c.req.param("id"));
    return c.body(null, 204);
  });
