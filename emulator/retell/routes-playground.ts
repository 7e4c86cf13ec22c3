import { Hono } from "hono";
import { missingAsset } from "../errors.ts";
import { readBody } from "../request-body.ts";
import type { Services } from "../services.ts";
import { findTarget } from "./call-target.ts";
import { playgroundCompletion } from "./playground.ts";
import { PlaygroundRequest } from "./playground-schema.ts";

/** Conversations in text with a voice agent, without a call; the client sends the whole conversation each time. */
export function playgroundRoutes(services: Services): Hono {
  return new Hono().post("/agent-playground-completion/:agent_id", async (c) => {
    const agent = { agent_id: c.req.param("agent_id"), agent_version: c.req.query("version") };
    const target = findTarget(services.store, agent, null);
    if (target === null) throw missingAsset();
    return c.json(await playgroundCompletion(services, target, await readBody(c, PlaygroundRequest)));
  });
}
