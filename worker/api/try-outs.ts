import { Hono } from "hono";
import type { AppEnv } from "../http/context.ts";
import { jsonBody } from "../http/json-body.ts";
import type { SignedIn } from "../tenancy/session-gate.ts";
import { takeTurn } from "../try-outs/take-turn.ts";
import { turnBody } from "../try-outs/turn-schema.ts";

/** Talking to one's own agent in text, without a call. */
export const tryOutsRoute = new Hono<AppEnv & SignedIn>().post("/turns", jsonBody(turnBody), async (c) =>
  c.json(await takeTurn(c.get("scope"), c.get("services"), c.req.valid("json"))),
);
